/**
 * `node make.ts PATH BYTES plain|packed` makes a web archive of invented pages and prints how many: in a process of its
 * own, so that its memory is not counted with that of what reads it.
 */
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { gzip, page, warcRecord } from "../../../test/containers.ts";

const TOPICS = ["the crossings at Ostry", "the prisoners", "the dam above Sarn", "the ferry", "the winter"];
const SPEAKERS = ["Vera Lindqvist", "Ilir Brandt", "a senior official in Kastmark", "two diplomats"];

function paragraph(i: number, j: number): string {
  const [topic, speaker] = [TOPICS[(i + j) % 5], SPEAKERS[(i * 3 + j) % 4]];
  return `${speaker} said on Tuesday that the talks between Veldoria and Kastmark on ${topic} would go on for ${2 + ((i + j) % 9)} days, adding that “nobody had asked” about letter ${i}.`;
}

/** Writes about `bytes` bytes of records (unpacked) and returns how many. */
async function makeArchive(path: string, bytes: number, isPacked: boolean): Promise<number> {
  let count = 0;
  async function* records(): AsyncGenerator<Uint8Array> {
    for (let made = 0; made < bytes; count++) {
      const menu = Array.from(
        { length: 300 },
        (_, i) => `<li><a href="/${count}/${i}">Section ${i}</a></li>`,
      ).join("");
      const paragraphs = Array.from({ length: 12 }, (_, j) => paragraph(count, j));
      const html = page(`Letter ${count} from Ostry`, ...paragraphs).replace(
        "<article>",
        `<ul>${menu}</ul><article>`,
      );
      const record = warcRecord({ url: `https://ostry.example/${count}`, html });
      made += record.length;
      yield isPacked ? gzip(record) : record;
    }
  }
  await pipeline(records, createWriteStream(path));
  return count;
}

const [path = "", bytes, how] = process.argv.slice(2);
console.log(await makeArchive(path, Number(bytes), how === "packed"));
