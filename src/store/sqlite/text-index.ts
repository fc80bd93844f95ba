/** FTS5. The texts are handed in as stems, so its own tokeniser only parts them at spaces. */
import { sql } from "kysely";
import type { TextQuery } from "../store.ts";
import { MOST_RANKED, type TextIndex } from "../text-index.ts";

function quoted(words: readonly string[]): string {
  return `"${words.join(" ").replaceAll('"', '""')}"`;
}

/** The question in the language of FTS5. */
function matchOf({ phrases, facets }: TextQuery): string {
  const words = phrases.map(quoted).join(" AND ");
  const filters = facets.map((any) => `(${any.map((one) => quoted([one])).join(" OR ")})`).join(" AND ");
  return [words && `{title text record} : (${words})`, filters && `{facets} : (${filters})`]
    .filter(Boolean)
    .join(" AND ");
}

const add: TextIndex["add"] = async (db, seq, { title, text, record, facets }) => {
  await sql`insert into texts (rowid, title, text, record, facets)
    values (${seq}, ${title}, ${text}, ${record}, ${facets.join(" ")})`.execute(db);
};

export const textIndex: TextIndex = {
  add,
  put: async (db, seq, entry) => {
    await sql`delete from texts where rowid = ${seq}`.execute(db);
    await add(db, seq, entry);
  },
  remove: async (db, seq) => {
    await sql`delete from texts where rowid = ${seq}`.execute(db);
  },
  search: async (db, query) => {
    const match = matchOf(query);
    const inDays =
      query.from === undefined || query.to === undefined
        ? sql``
        : sql` and reports.to_day > ${query.from} and reports.to_day <= ${query.to}`;
    // The rows of a match come in the order of their numbers, so the last ones are found without a look at the others.
    const oldest = await sql<{ seq: number }>`
      select rowid as seq from texts where texts match ${match} order by rowid desc limit 1 offset ${MOST_RANKED - 1}
    `.execute(db);
    const { rows } = await sql<{ report: string; rank: number }>`
      select reports.id as report, bm25(texts, 6.0, 1.0, 2.0, 0.0) as rank
      from texts join reports on reports.seq = texts.rowid
      where texts match ${match} and texts.rowid >= ${oldest.rows[0]?.seq ?? 0} and reports.current = 1${inDays}
      order by rank, reports.seq desc limit ${query.limit} offset ${query.offset}
    `.execute(db);
    return rows.map(({ report, rank }) => ({ report, score: -rank }));
  },
};
