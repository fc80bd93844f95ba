/** Trains the second look at sentence boundaries on tokens as the tokeniser gives them. */
import {
  BOUNDARY_FEATURE_COUNT,
  boundaryFeatures,
  depthAfter,
  type Gaps,
  isOpen,
} from "../../src/language/boundaries.ts";
import { classesOf } from "../../src/language/tags/tagger.ts";
import { describeWords } from "../../src/language/words.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { tokenise } from "../../src/text/tokens.ts";
import type { GoldDocument } from "../conllu.ts";
import { Generator, shuffled } from "../generator.ts";
import { Perceptron } from "../perceptron.ts";

export function toGaps(text: string, seen: ReadonlyMap<number, number>): Gaps {
  const tokens = tokenise(text);
  const start = tokens.start.slice(0, tokens.size);
  const end = tokens.end.slice(0, tokens.size);
  const words = describeWords(text, start, end, tokens.size);
  const rules = new Uint8Array(tokens.size);
  splitSentences(text, tokens, 0, tokens.size, rules);
  return { text, start, end, words, classes: classesOf(words, seen), rules };
}

export function trainBoundaries(
  documents: readonly GoldDocument[],
  seen: ReadonlyMap<number, number>,
  rounds: number,
  log: (line: string) => void,
): ReturnType<Perceptron["averaged"]> {
  const examples = documents.map((document) => ({
    gaps: toGaps(document.text, seen),
    gold: new Set(document.sentences.map((sentence) => sentence[0]!.start)),
  }));
  const model = new Perceptron();
  const keys = new Int32Array(BOUNDARY_FEATURE_COUNT);
  const scores = new Int32Array(256);
  const generator = new Generator(23);
  for (let round = 0; round < rounds; round += 1) {
    let wrong = 0;
    let all = 0;
    for (const { gaps, gold } of shuffled(examples, generator)) {
      let first = 0;
      let depth = 0;
      for (let i = 0; i < gaps.start.length; i += 1) {
        const right = gold.has(gaps.start[i]!) ? 1 : 0;
        if (i > 0 && isOpen(gaps, first, i)) {
          const count = boundaryFeatures(gaps, first, depth, i, keys);
          model.score(keys, count, scores);
          const guess = scores[1]! > scores[0]! ? 1 : 0;
          model.time += 1;
          all += 1;
          if (guess !== right) {
            wrong += 1;
            model.update(keys, count, right, 1);
            model.update(keys, count, guess, -1);
          }
        }
        if (right === 1) {
          first = i;
          depth = 0;
        }
        depth = depthAfter(gaps, depth, i);
      }
    }
    log(`boundaries round ${round + 1}: ${((100 * (all - wrong)) / all).toFixed(2)} % right while learning`);
  }
  return model.averaged(64, 8);
}
