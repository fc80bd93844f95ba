/** Which outlet publishes under an address or name, and with which others it shares copy. */
import { readFileSync } from "node:fs";

interface Outlets {
  readonly byDomain: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, string>;
}

let loaded: Outlets | undefined;

/** Read on first use: most reports need no list. */
function outlets(): Outlets {
  if (loaded !== undefined) return loaded;
  const byDomain = new Map<string, string>();
  const byName = new Map<string, string>();
  const file = new URL("../../data/gazetteer/outlets.tsv", import.meta.url);
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.startsWith("#")) continue;
    const [, , names = "", domains = "", , , word] = line.split("\t");
    const all = names.split(";").filter((name) => name !== "");
    const shown = all[0];
    if (shown === undefined) continue;
    for (const domain of domains.split(";")) if (domain !== "") byDomain.set(domain, shown);
    if (word !== "word") for (const name of all) byName.set(name.toLowerCase(), shown);
  }
  loaded = { byDomain, byName };
  return loaded;
}

/** The outlet of an address by its host; `undefined` for a host that is not listed. */
export function outletOfUrl(url: string): string | undefined {
  const host = /^https?:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase();
  if (host === undefined) return undefined;
  const labels = host.split(".");
  for (let i = 0; i + 1 < labels.length; i++) {
    const found = outlets().byDomain.get(labels.slice(i).join("."));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The name to show of an outlet written in any of its usual ways; `undefined` for what is not listed. */
export function outletNamed(name: string): string | undefined {
  return outlets().byName.get(name.trim().toLowerCase());
}

let families: ReadonlyMap<string, string> | undefined;

/** The group with which an outlet shares copy, from `data/outlet-families.tsv`; `undefined` where none is listed. */
export function familyOf(outlet: string): string | undefined {
  families ??= readFamilies();
  return families.get((outletNamed(outlet) ?? outlet.trim()).toLowerCase());
}

function readFamilies(): Map<string, string> {
  const file = new URL("../../data/outlet-families.tsv", import.meta.url);
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    rows.flatMap((row) => {
      const [family = "", names = ""] = row.split("\t");
      return names.split(";").map((name) => [name.toLowerCase(), family] as const);
    }),
  );
}
