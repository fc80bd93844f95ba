/** The text search of PostgreSQL. The texts are handed in as stems, so no dictionary changes them. */
import { type Kysely, sql } from "kysely";
import type { TextQuery } from "../store.ts";
import type { Tables } from "../tables.ts";
import type { TextIndex } from "../text-index.ts";

/** To rank a text or to look for a phrase in it is dear here, so that few are looked at: those that were added last. */
const AT_FIRST = 300;
/** Where too few of them have the phrase, so many times more are looked at next. */
const GROWTH = 8;

/**
 * The question in the language of `tsquery`, its words joined by an operator. Stems and facets are letters and digits,
 * nothing that it would read otherwise.
 */
function matchOf({ phrases, facets }: TextQuery, within: "&" | "<->"): string {
  const words = phrases.map((phrase) => `(${phrase.map((word) => `'${word}'`).join(` ${within} `)})`);
  const filters = facets.map((any) => `(${any.map((one) => `'${one}'`).join(" | ")})`);
  return [...words, ...filters].join(" & ");
}

interface Found {
  readonly report: string;
  readonly seq: number;
  readonly score: number;
}

interface Window {
  readonly seen: number;
  readonly last: number;
  readonly found: Found[];
}

/** Of the texts that have all words, the newest that were added before `before`; of these the ones that match. */
async function look(db: Kysely<Tables>, query: TextQuery, before: number, many: number): Promise<Window> {
  const isDated = query.from !== undefined && query.to !== undefined;
  const inDays = isDated
    ? sql` and exists (select 1 from reports where reports.seq = texts.seq
        and reports.to_day > ${query.from} and reports.to_day <= ${query.to})`
    : sql``;
  const { rows: newest } = await sql<{ seq: number }>`
    select texts.seq from texts
    where texts.doc @@ (select ${matchOf(query, "&")}::tsquery) and texts.seq < ${before}${inDays}
    order by texts.seq desc limit ${many}
  `.execute(db);
  const match = sql`${matchOf(query, "<->")}::tsquery`;
  const hasPhrase = query.phrases.some((phrase) => phrase.length > 1);
  // Set apart, or the phrase would be looked for in all texts and not in these.
  const { rows: found } = await sql<Found>`
    with near as materialized (
      select reports.id, texts.seq, texts.doc from texts join reports on reports.seq = texts.seq
      where texts.seq = any(${newest.map(({ seq }) => seq)}::integer[]) and reports.current = 1
    )
    select id as report, seq, ts_rank('{0, 0.1, 0.3, 1}', doc, ${match}, 1) as score
    from near ${hasPhrase ? sql`where doc @@ ${match}` : sql``}
  `.execute(db);
  return { seen: newest.length, last: newest.at(-1)?.seq ?? 0, found };
}

const put: TextIndex["put"] = async (db, seq, { title, text, record, facets }) => {
  const doc = sql`setweight(to_tsvector('simple', ${title}), 'A') || setweight(to_tsvector('simple', ${record}), 'B')
    || setweight(to_tsvector('simple', ${text}), 'C') || array_to_tsvector(${[...facets]}::text[])`;
  await sql`insert into texts (seq, doc) values (${seq}, ${doc}) on conflict (seq) do update set doc = excluded.doc`.execute(
    db,
  );
};

const NEWEST = 2_147_483_647;

export const textIndex: TextIndex = {
  add: put,
  put,
  remove: async (db, seq) => {
    await sql`delete from texts where seq = ${seq}`.execute(db);
  },
  search: async (db, query) => {
    const wanted = query.offset + query.limit;
    const found: Found[] = [];
    let before = NEWEST;
    for (let many = Math.max(AT_FIRST, wanted); found.length < wanted; many *= GROWTH) {
      const window = await look(db, query, before, many);
      found.push(...window.found);
      if (window.seen < many) break;
      before = window.last;
    }
    return found
      .sort((a, b) => b.score - a.score || b.seq - a.seq)
      .slice(query.offset, wanted)
      .map(({ report, score }) => ({ report, score }));
  },
};
