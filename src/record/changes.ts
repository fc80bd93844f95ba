import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import { evidenceSchema } from "./evidence.ts";
import type { Immutable } from "./immutable.ts";

export const CHANGE_KINDS = [
  "new event",
  "status",
  "moved",
  "new position",
  "shift",
  "new contradiction",
  "more origins",
] as const;

/** What the reports of some days have changed in a story. */
export const changesSchema = z
  .object({
    since: dateValueSchema,
    asOf: dateValueSchema.exactOptional(),
    reports: z.array(z.string()).describe("ids of the reports published after `since`"),
    items: z.array(
      z.object({
        kind: z.enum(CHANGE_KINDS),
        what: z.string(),
        before: z.string().exactOptional(),
        after: z.string().exactOptional(),
        evidence: z.array(evidenceSchema),
      }),
    ),
  })
  .meta({ id: "Changes" });
export type Changes = Immutable<z.infer<typeof changesSchema>>;
export type Change = Changes["items"][number];
