/** The address of what is looked at: `#/timeline?as-of=2031-04-12&select=history-…`. It can be sent to somebody. */

export const VIEWS = [
  "now",
  "timeline",
  "positions",
  "disagreements",
  "reader",
  "sources",
  "people",
  "map",
  "search",
] as const;
export type ViewName = (typeof VIEWS)[number];

export interface Address {
  readonly view: ViewName;
  /** What the view is about: a report in the reader, a person in people. */
  readonly id?: string;
  readonly asOf?: string;
  /** Which story, where there are several: the id of one of its reports. */
  readonly story?: string;
  /** What the evidence panel shows. */
  readonly select?: string;
  /** What the view itself keeps: lanes, filters, a query. */
  readonly rest: Readonly<Record<string, string>>;
}

const REPORT = /^[\w-]{1,64}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address in a hash; what it does not understand is left out. */
export function readAddress(hash: string): Address {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [name = "", ...below] = path.split("/");
  const view = VIEWS.find((one) => one === name) ?? "now";
  const id = below.map(decoded).join("/");
  const { story, "as-of": asOf, select, ...rest } = Object.fromEntries(new URLSearchParams(query));
  return {
    view,
    ...(id === "" ? {} : { id }),
    ...(story !== undefined && REPORT.test(story) ? { story } : {}),
    ...(asOf !== undefined && DAY.test(asOf) ? { asOf } : {}),
    ...(select ? { select } : {}),
    rest,
  };
}

/** A change to an address: `undefined` takes a part away. */
export type AddressChange = { readonly [Part in keyof Address]?: Address[Part] | undefined };

export function writeAddress({ view = "now", id, story, asOf, select, rest = {} }: AddressChange): string {
  const query = new URLSearchParams({
    ...(story ? { story } : {}),
    ...(asOf ? { "as-of": asOf } : {}),
    ...rest,
    ...(select ? { select } : {}),
  }).toString();
  return `#/${view}${id === undefined ? "" : `/${encodeURIComponent(id)}`}${query === "" ? "" : `?${query}`}`;
}
