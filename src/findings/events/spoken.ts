/** Acts of speech that an event and a statement both tell: a pronoun means the same in both. */
import { wordOf } from "../../language/doc.ts";
import type { Findings } from "../../record/reading.ts";
import { overlap } from "../../record/span.ts";
import type { Statement } from "../../record/statement.ts";
import { locator } from "./locate.ts";
import type { Telling } from "./telling.ts";
import type { TextIndex } from "./text-index.ts";

/** "He urged both sides …": whoever the statement says that he is. */
export function withSpeakers(
  tellings: readonly Telling[],
  statements: Findings["statements"],
  { doc }: TextIndex,
): Telling[] {
  const cuedAt = locator(statements, ({ cue }: Statement) => [cue]);
  return tellings.map((telling) => {
    const { entry, clause, noun, token } = telling;
    const [agent, second] = clause?.agents ?? [];
    if (!entry.verbal || noun || agent === undefined || second !== undefined || clause?.passive)
      return telling;
    if (!/^(?:he|she|it|they)$/i.test(wordOf(doc, agent.head))) return telling;
    const verb = { start: doc.start[token]!, end: doc.end[token]! };
    const told = cuedAt(verb).find(({ cue, speaker }) => speaker.length > 0 && overlap(cue, verb));
    if (told === undefined) return telling;
    const recipients = telling.recipients.filter(({ id }) => !told.speaker.some((one) => one.id === id));
    return { ...telling, participants: told.speaker, recipients };
  });
}
