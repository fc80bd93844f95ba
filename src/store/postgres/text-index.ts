/** The text search of PostgreSQL. The texts are handed in as stems, so no dictionary changes them. */
import { sql } from "kysely";
import type { TextQuery } from "../store.ts";
import { MOST_RANKED, type TextIndex } from "../text-index.ts";

/** The question in the language of `tsquery`. Stems and facets are letters and digits, nothing that it would read otherwise. */
function matchOf({ phrases, facets }: TextQuery): string {
  const words = phrases.map((phrase) => `(${phrase.map((word) => `'${word}':ABC`).join(" <-> ")})`);
  const filters = facets.map((any) => `(${any.map((one) => `'${one}'`).join(" | ")})`);
  return [...words, ...filters].join(" & ");
}

const put: TextIndex["put"] = async (db, seq, { title, text, record, facets }) => {
  const doc = sql`setweight(to_tsvector('simple', ${title}), 'A') || setweight(to_tsvector('simple', ${record}), 'B')
    || setweight(to_tsvector('simple', ${text}), 'C') || array_to_tsvector(${[...facets]}::text[])`;
  await sql`insert into texts (seq, doc) values (${seq}, ${doc}) on conflict (seq) do update set doc = excluded.doc`.execute(
    db,
  );
};

export const textIndex: TextIndex = {
  add: put,
  put,
  remove: async (db, seq) => {
    await sql`delete from texts where seq = ${seq}`.execute(db);
  },
  search: async (db, query) => {
    const inDays =
      query.from === undefined || query.to === undefined
        ? sql``
        : sql` and reports.to_day > ${query.from} and reports.to_day <= ${query.to}`;
    const { rows } = await sql<{ report: string; score: number }>`
      with question as (select ${matchOf(query)}::tsquery as asked),
      newest as (
        select reports.id, reports.seq, texts.doc
        from texts join reports on reports.seq = texts.seq, question
        where texts.doc @@ question.asked and reports.current = 1${inDays}
        order by texts.seq desc limit ${MOST_RANKED}
      )
      select newest.id as report, ts_rank('{0, 0.1, 0.3, 1}', newest.doc, question.asked, 1) as score
      from newest, question
      order by score desc, newest.seq desc limit ${query.limit} offset ${query.offset}
    `.execute(db);
    return rows;
  },
};
