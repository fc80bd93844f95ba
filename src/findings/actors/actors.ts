/** Who takes part: names and descriptions gathered into actors, each with what refers to it. */
import type { Actor } from "../../record/actor.ts";
import { spanAt } from "../../record/span.ts";
import { type Context, extractor, finding } from "../extractor.ts";
import { mergeAliases } from "./aliases.ts";
import type { Draft } from "./cast.ts";
import { castOf } from "./gather.ts";

export const actors = extractor({
  name: "actors",
  needs: [],
  makes: "actors",
  *extract(context): Iterable<Actor> {
    const cast = mergeAliases(castOf(context), context.aliases);
    const found = new Map<string, Actor>();
    // Those that others speak for come first, so that their ids are known.
    const ordered = [...cast].sort(
      (a, b) => Number(a.represents !== undefined) - Number(b.represents !== undefined),
    );
    for (const draft of ordered) {
      const actor = actorOf(context, draft, found);
      if (actor === undefined) continue;
      if (!found.has(actor.name)) found.set(actor.name, actor);
      yield actor;
    }
  },
});

function actorOf(context: Context, draft: Draft, known: ReadonlyMap<string, Actor>): Actor | undefined {
  const { text } = context.report;
  const spans = draft.mentions
    .map(({ start, end }) => spanAt(text, start, end))
    .sort((a, b) => a.start - b.start);
  if (spans.length === 0) return undefined;
  const fullest = spans.reduce((best, span) => (span.text.length > best.text.length ? span : best));
  const represented = draft.represents === undefined ? undefined : known.get(draft.represents);
  return finding(context, "actors", [fullest, ...spans.filter((span) => span !== fullest)], draft.name, {
    kind: draft.kind,
    name: draft.name,
    mentions: spans,
    references: draft.references
      .map(({ start, end }) => spanAt(text, start, end))
      .sort((a, b) => a.start - b.start),
    roles: draft.roles.map(({ title, of }) => ({ title, ...(of === undefined ? {} : { of }) })),
    ...(represented === undefined ? {} : { represents: { id: represented.id, name: represented.name } }),
    ...(draft.entry === undefined ? {} : { entry: draft.entry }),
    modality: "asserted",
    by: draft.by,
    score: draft.score,
  });
}
