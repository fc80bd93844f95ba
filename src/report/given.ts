/** What somebody who hands in a report knows about it already. */

import { isEdtf } from "../record/edtf.ts";
import type { Fact, Published } from "../record/report.ts";
import type { Facts } from "./draft.ts";
import { firstWrittenDay } from "./metadata/date-text.ts";

export interface Given {
  readonly title?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly agency?: string;
  readonly section?: string;
  readonly url?: string;
  /** EDTF, or a day written out in full. */
  readonly published?: string;
  readonly modified?: string;
}

/** A date that was handed in, as EDTF; `undefined` where it is neither EDTF nor a day written out in full. */
export function dateGiven(text: string): string | undefined {
  const trimmed = text.trim();
  const day = /^\d{4}-\d\d-\d\d(?=[T ])/.exec(trimmed)?.[0];
  if (day !== undefined && isEdtf(day)) return day;
  return isEdtf(trimmed) ? trimmed : firstWrittenDay(trimmed)?.value;
}

/** The facts that were given, marked with where they come from. Dates that cannot be read are left out. */
export function factsGiven(given: Given, basis: "given" | "metadata"): Facts {
  const fact = (value: string | undefined): Fact | undefined =>
    value === undefined || value.trim() === "" ? undefined : { value: value.trim(), basis };
  const date = (text: string | undefined): Published | undefined => {
    const value = text === undefined ? undefined : dateGiven(text);
    return value === undefined ? undefined : { value, basis };
  };
  return present({
    title: fact(given.title),
    outlet: fact(given.outlet),
    byline: fact(given.byline),
    agency: fact(given.agency),
    section: fact(given.section),
    url: fact(given.url),
    published: date(given.published),
    modified: date(given.modified),
  });
}

/** The same without what is not known. */
export function present(facts: { readonly [K in keyof Facts]?: Facts[K] | undefined }): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}
