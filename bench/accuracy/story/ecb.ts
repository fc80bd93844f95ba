/**
 * Events told by several articles (ECB+, topics 1–35): CoNLL F1 with gold mentions of the validated sentences, within
 * topics, singletons kept; and B³ of the articles of a topic into stories.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { sameEvents } from "../../../src/compare/event-mentions.ts";
import { storiesOf } from "../../../src/story/stories.ts";
import type { Row } from "../../bench.ts";
import {
  addTally,
  bCubed,
  type Clusters,
  ceafE,
  conllF1,
  emptyCoreference,
  emptyTally,
  muc,
  rates,
} from "../language/coreference.ts";
import { type EcbArticle, type EcbMention, readEcb } from "./ecb-data.ts";

type Topic = readonly EcbArticle[];

function groups<T extends { readonly id: string }>(
  items: readonly T[],
  key: (item: T) => string,
): string[][] {
  return [...Map.groupBy(items, key).values()].map((group) => group.map(({ id }) => id));
}

function mentionsOf(topic: Topic): EcbMention[] {
  return topic.flatMap(({ mentions }) => mentions);
}

function storiesIn(topic: Topic): string[][] {
  return storiesOf(topic.map(({ id, lemmas }) => ({ id, words: lemmas })));
}

function byStory(topic: Topic): string[][] {
  return storiesIn(topic).flatMap((ids) =>
    sameEvents(mentionsOf(topic.filter(({ id }) => ids.includes(id)))),
  );
}

function coreference(topics: readonly Topic[], cluster: (topic: Topic) => Clusters): number {
  const tally = emptyCoreference();
  for (const topic of topics) {
    const [key, response] = [groups(mentionsOf(topic), ({ entity }) => entity), cluster(topic)];
    addTally(tally.muc, muc(key, response));
    addTally(tally.bCubed, bCubed(key, response));
    addTally(tally.ceafE, ceafE(key, response));
  }
  return conllF1(tally);
}

function stories(topics: readonly Topic[], cluster: (topic: Topic) => Clusters): number {
  const tally = emptyTally();
  for (const topic of topics)
    addTally(
      tally,
      bCubed(
        groups(topic, ({ story }) => story),
        cluster(topic),
      ),
    );
  return rates(tally).f1;
}

/** Rows for own clusters and for the head lemma, and for articles into stories. */
export function ecbRows(data: string): { rows: Row[]; notes: string[] } {
  const folder = join(data, "ecbplus");
  if (!existsSync(folder))
    return { rows: [], notes: [`${folder} is not there: events across articles are not measured`] };
  const topics = readEcb(folder);
  const [events, articles] = [topics.flatMap(mentionsOf).length, topics.flat().length];
  const row = (metric: string, n: number, value: number, peer?: string): Row => ({
    metric,
    data: "ecbplus",
    value,
    n,
    ...(peer ? { peer } : {}),
  });
  const byLemma = (topic: Topic) => groups(mentionsOf(topic), ({ lemma }) => lemma);
  const whole = (topic: Topic) => [topic.map(({ id }) => id)];
  return {
    rows: [
      row("events across articles conll f1", events, coreference(topics, byStory)),
      row("events across articles conll f1", events, coreference(topics, byLemma), "head lemma"),
      row("articles into stories b3 f1", articles, stories(topics, storiesIn)),
      row("articles into stories b3 f1", articles, stories(topics, whole), "one story a topic"),
    ],
    notes: [],
  };
}
