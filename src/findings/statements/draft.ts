import type { Phrase } from "../../language/clause.ts";
import type { Range } from "../../record/span.ts";
import type { SpeechClass } from "./lexicon.ts";

/** A statement before its speaker is known as an actor. Ranges are characters of the report's text. */
export interface Draft {
  /** Token that carries the cue. */
  readonly head: number;
  readonly lemma: string;
  readonly speech: SpeechClass;
  readonly cue: Range;
  /** The words that name the speaker; several where they are co-ordinated, none where nobody is named. */
  readonly sources: readonly Phrase[];
  /** A participle, or a cue behind "and" or "but": it shares its speaker with the one before. */
  readonly joined?: true;
  readonly content: Range;
  /** Pieces inside quotation marks, marks kept out. */
  readonly parts: readonly Range[];
  /** Standing free in quotation marks, as against built into the sentence. */
  readonly free: boolean;
  readonly recipients: readonly Phrase[];
  /** Phrases that name sources which are cited in passing: "citing officials". */
  readonly cited: readonly Phrase[];
  readonly negated: boolean;
  /** The rule that made it. */
  readonly rule: string;
  readonly score: number;
}
