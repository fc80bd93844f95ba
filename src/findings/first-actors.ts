import type { Actor } from "../record/actor.ts";
import { spanAt } from "../record/span.ts";
import { extractor, finding } from "./extractor.ts";

/** A stand-in until the actors are there: names gathered by last word. */
export const actors = extractor({
  name: "actors",
  needs: [],
  makes: "actors",
  *extract(context): Iterable<Actor> {
    const { report, language } = context;
    const groups = Map.groupBy(
      language.names.filter(({ kind }) => kind !== "work" && kind !== "event" && kind !== "place"),
      (name) => name.entry ?? report.text.slice(name.start, name.end).split(" ").at(-1)!,
    );
    for (const group of groups.values()) {
      const mentions = group.map(({ start, end }) => spanAt(report.text, start, end));
      const best = mentions.reduce((a, b) => (b.text.length > a.text.length ? b : a));
      const kind = group[0]!.kind as Actor["kind"];
      yield finding(context, "actors", [best], best.text, {
        kind,
        name: best.text,
        mentions,
        references: [],
        roles: [],
        ...(group[0]!.entry ? { entry: group[0]!.entry } : {}),
        modality: "asserted",
        by: "stand-in",
        score: 0.5,
      });
    }
  },
});
