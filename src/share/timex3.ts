/**
 * TIMEX3, the annotation of temporal expressions of TimeML (ISO 24617-1): the tags that benchmarks of dates compare.
 *
 *   The talks resumed on <TIMEX3 tid="t1" type="DATE" value="2025-08-15">Friday</TIMEX3>.
 */

/** One annotated expression; offsets are half-open UTF-16 code units. */
export interface Timex3 {
  readonly start: number;
  readonly end: number;
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** The normalised value, such as `1989-Q3`, `1998-08-07TMO`, `P3D`, `PAST_REF`. */
  readonly value: string;
  readonly mod?: string;
}

/** The part of a time finding that TIMEX3 is made from. */
export interface TimeLike {
  readonly at: readonly [{ readonly start: number; readonly end: number }, ...unknown[]];
  readonly type: "date" | "time" | "duration" | "set";
  readonly value?: string;
}

/** TIMEX3 of the times of a reading; those without a value are left out. */
export function timesToTimex3(times: readonly TimeLike[]): readonly Timex3[] {
  return times.flatMap(({ at: [span], type, value }) => {
    const timex = value === undefined ? undefined : edtfToTimex3(value);
    if (timex === undefined) return [];
    return [{ start: span.start, end: span.end, type: type.toUpperCase() as Timex3["type"], ...timex }];
  });
}

const SEASONS = ["SP", "SU", "FA", "WI"];

/**
 * The value and modifier that TIMEX3 gives an EDTF value: quarters, halves, seasons, decades and recurrences have
 * codes of their own, approximation is a modifier. `undefined` for intervals, which TIMEX3 cannot write.
 */
export function edtfToTimex3(value: string): { readonly value: string; readonly mod?: string } | undefined {
  const approximate = /[~%]$/.test(value);
  const bare = value.replace(/[?~%]$/, "");
  const mod = approximate ? { mod: "APPROX" } : {};
  const grouping = /^([\dX]{4})-(2[1-4]|3[3-6]|4[01])$/.exec(bare);
  if (grouping !== null) {
    const [, year = "", code = ""] = grouping;
    const number = Number(code);
    const name = number < 25 ? SEASONS[number - 21] : number < 37 ? `Q${number - 32}` : `H${number - 39}`;
    return { value: `${year}-${name}`, ...mod };
  }
  if (bare.startsWith("R")) return { value: bare.slice(bare.lastIndexOf("/") + 1), ...mod };
  if (/[/[{]/.test(bare)) return undefined;
  return { value: /^\d+X+$/.test(bare) ? bare.replace(/X+$/, "") : bare, ...mod };
}

/** The text with its expressions in TIMEX3 tags, the rest escaped for XML. Overlapping expressions are left out. */
export function toTimeML(text: string, expressions: readonly Timex3[]): string {
  let out = "";
  let at = 0;
  let number = 0;
  for (const { start, end, type, value, mod } of [...expressions].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    number += 1;
    const modifier = mod === undefined ? "" : ` mod="${escapeXml(mod)}"`;
    const tag = `<TIMEX3 tid="t${number}" type="${type}" value="${escapeXml(value)}"${modifier}>`;
    out += `${escapeXml(text.slice(at, start))}${tag}${escapeXml(text.slice(start, end))}</TIMEX3>`;
    at = end;
  }
  return out + escapeXml(text.slice(at));
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
