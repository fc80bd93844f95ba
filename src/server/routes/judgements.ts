/** What people have said of the record, and which findings were taken for one. */
import { z } from "zod";
import { anchorSchema, humanJudgementSchema } from "../../record/human-judgement.ts";
import { type Judgement, judgementSchema } from "../../record/judgement.ts";
import type { StandingJudgement } from "../../workspace/workspace.ts";
import { list, type Route } from "../route.ts";

const standingSchema = z
  .object({
    judgement: humanJudgementSchema,
    attached: z.array(anchorSchema).describe("where it holds now"),
    detached: z.array(anchorSchema).describe("what was not found again"),
  })
  .meta({ id: "StandingJudgement" });

export const judgementRoutes: readonly Route[] = [
  list<StandingJudgement>({
    name: "judgements",
    path: "/judgements",
    summary: "What people have said of the record: by whom, when, and where it holds now",
    item: standingSchema,
    about: {
      report: ({ judgement }) => judgement.on.map(({ report }) => report),
      kind: ({ judgement }) => judgement.verdict,
    },
    items: (edition) => edition.judgements,
  }),
  list<Judgement>({
    name: "merges",
    path: "/merges",
    summary: "Pairs of findings of different reports that were held for one or not, and who judged so",
    item: judgementSchema,
    about: { kind: ({ verdict }) => verdict },
    items: (edition, view) => edition.story.judgements(view),
  }),
];
