import type { Range } from "../../record/span.ts";
import { dateIn } from "./entry-date.ts";

/** The parts of one footnote or reference. Ranges count from the start of the report's text. */
export interface Entry extends Range {
  /** As it stands: "[3]". */
  readonly marker?: string;
  /** What the marker counts: "3". */
  readonly label?: string;
  readonly outlet?: string;
  readonly title?: string;
  /** EDTF. */
  readonly date?: string;
  readonly dateAt?: Range;
  readonly url?: string;
  readonly urlAt?: Range;
}

const MARKER = /^(?:\[\^?(\d{1,3})\]:?|\((\d{1,3})\)|(\d{1,3})[.)](?=\s)|([¹²³⁰⁴-⁹]{1,3})|\^)\s*/u;
const URL = /(?:https?:\/\/|www\.)[^\s<>"“”]+/u;
const TITLE = /[“"«„]([^”"»“]{3,300})[”"»“]/u;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Reads one entry of a list of references: marker, outlet, title, date, address. What is not there is absent. */
export function readEntry(text: string, range: Range): Entry {
  const words = text.slice(range.start, range.end);
  const marker = MARKER.exec(words);
  const body = marker ? marker[0].length : 0;
  const url = URL.exec(words);
  const address = url?.[0].replace(/[.,;:)\]]+$/u, "");
  // A date inside the address is the address's own.
  const spoken = url
    ? words.slice(0, url.index) + " ".repeat(url[0].length) + words.slice(url.index + url[0].length)
    : words;
  const title = TITLE.exec(spoken);
  const date = dateIn(title ? blank(spoken, title.index, title[0].length) : spoken);
  const outlet = outletOf(spoken.slice(body), title ? title.index - body : -1);
  return {
    ...range,
    ...(marker && { marker: marker[0].trim().replace(/:$/u, ""), label: labelOf(marker) }),
    ...(outlet !== undefined && { outlet }),
    ...(title?.[1] && { title: title[1].trim().replace(/,$/u, "") }),
    ...(date && {
      date: date.value,
      dateAt: { start: range.start + date.start, end: range.start + date.end },
    }),
    ...(url &&
      address !== undefined && {
        url: address,
        urlAt: { start: range.start + url.index, end: range.start + url.index + address.length },
      }),
  };
}

function blank(text: string, start: number, length: number): string {
  return text.slice(0, start) + " ".repeat(length) + text.slice(start + length);
}

function labelOf(marker: RegExpExecArray): string {
  const digits = marker[1] ?? marker[2] ?? marker[3];
  if (digits !== undefined) return digits;
  return [...(marker[4] ?? "")].map((one) => SUPERSCRIPTS.indexOf(one)).join("");
}

/** The words before the title, or before the first comma, where they look like a name. */
function outletOf(body: string, titleAt: number): string | undefined {
  const before = titleAt > 0 ? body.slice(0, titleAt) : titleAt === 0 ? afterTitle(body) : body;
  const name = before.split(/[,:;|]|\s[–—-]\s|\.\s/u, 1)[0]?.trim() ?? "";
  return /^\p{Lu}/u.test(name) && name.length < 60 ? name : undefined;
}

/** `"A title", The Courier, 3 May`: the outlet stands behind. */
function afterTitle(body: string): string {
  const closing = body.slice(1).search(/[”"»]/u);
  return body.slice(closing + 2).replace(/^[\s,.;:–—-]+/u, "");
}
