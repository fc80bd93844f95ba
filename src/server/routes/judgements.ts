/** What people have said of the record, and which findings were taken for one. */
import { type StandingJudgement, standingJudgementSchema } from "../../record/human-judgement.ts";
import { type Judgement, judgementSchema } from "../../record/judgement.ts";
import { list, type Route } from "../route.ts";

export const judgementRoutes: readonly Route[] = [
  list<StandingJudgement>({
    name: "judgements",
    path: "/judgements",
    summary: "What people have said of the record: by whom, when, and where it holds now",
    item: standingJudgementSchema,
    about: {
      report: ({ judgement }) => judgement.on.map(({ report }) => report),
      kind: ({ judgement }) => judgement.verdict,
    },
    items: (_story, _view, edition) => edition.judgements(),
  }),
  list<Judgement>({
    name: "merges",
    path: "/merges",
    summary: "Pairs of findings of different reports that were held for one or not, and who judged so",
    item: judgementSchema,
    about: { kind: ({ verdict }) => verdict },
    items: (story, view) => story.judgements(view),
  }),
];
