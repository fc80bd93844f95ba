import type { Identity } from "../../src/record/judgement.ts";
import type { Reading } from "../../src/record/reading.ts";
import { heardThrough, voicesOf } from "../../src/story/voices.ts";
import type { Told } from "./story-source.ts";

/** Statements of an actor, and of those who speak for it, in order of publication. */
export function statementsOf(
  readings: readonly Reading[],
  identities: readonly Identity[],
  identity: string,
): Told[] {
  const voices = voicesOf(identities, ({ id }) => id === identity);
  return readings.flatMap(({ report, statements }) =>
    statements
      .filter(({ speaker }) =>
        heardThrough(
          voices,
          speaker.map(({ id }) => id),
        ),
      )
      .map(
        (statement): Told => ({
          report: report.id,
          finding: statement.id,
          quote: statement.content,
          what: statement.form,
          who: statement.speaker.map(({ name }) => name),
          ...(report.published.value ? { told: report.published.value } : {}),
        }),
      ),
  );
}
