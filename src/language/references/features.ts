import { mix2, mix3 } from "../../assets/hash.ts";
import type { Candidate } from "./candidates.ts";
import type { Speakers } from "./speakers.ts";
import type { Traits } from "./traits.ts";

/** Name of the list of features; a model fits the list it was trained for. */
export const REFERENCE_FEATURES = "references-2";

/** More features than any pair has. */
export const MOST_FEATURES = 96;

/** What the features of one text are made from. */
export interface Scene {
  readonly candidates: readonly Candidate[];
  readonly traits: readonly Traits[];
  readonly speakers: Speakers;
}

/** What is known of the entity that an antecedent belongs to, gathered from its mentions so far. */
export interface EntityTraits {
  size: number;
  /** Bits by code: numbers, genders and kinds seen. */
  numbers: number;
  genders: number;
  kinds: number;
  named: boolean;
  /** Index of its last mention. */
  last: number;
}

/** Pronouns by word, names, and descriptions by determiner. */
function formCode(candidate: Candidate, traits: Traits): number {
  if (candidate.form === "pronoun") return 16 + traits.pronoun;
  if (candidate.group) return 2;
  return candidate.form === "name" ? 1 : 3 + traits.determiner;
}

function coarseForm(candidate: Candidate): number {
  return candidate.form === "pronoun" ? 0 : candidate.form === "name" ? 1 : 2;
}

function bucket(distance: number): number {
  if (distance < 5) return distance;
  if (distance < 8) return 5;
  if (distance < 16) return 6;
  return distance < 32 ? 7 : distance < 64 ? 8 : 9;
}

/** How often words were seen before the mention in question. */
export interface Seen {
  readonly head: boolean;
  readonly text: boolean;
  readonly entry: boolean;
}

/** Features of leaving a mention without antecedent. Returns how many were written to `keys`. */
export function firstMentionFeatures(scene: Scene, index: number, seen: Seen, keys: Int32Array): number {
  const candidate = scene.candidates[index]!;
  const traits = scene.traits[index]!;
  const form = formCode(candidate, traits);
  const length = bucket(candidate.last - candidate.first);
  const quoted = scene.speakers.quotation[candidate.head]! >= 0 ? 1 : 0;
  const past = (seen.head ? 1 : 0) + (seen.text ? 2 : 0) + (seen.entry ? 4 : 0);
  const trailing = bucket(candidate.last - candidate.head - 1);
  let n = 0;
  keys[n++] = mix2(1, form, 0);
  keys[n++] = mix2(2, form, traits.head);
  keys[n++] = mix3(3, form, traits.relation, 0);
  keys[n++] = mix3(4, form, past, 0);
  keys[n++] = mix3(5, form, length, 0);
  keys[n++] = mix3(6, form, traits.number, traits.gender);
  keys[n++] = mix3(7, form, traits.kind, past);
  keys[n++] = mix3(8, form, Math.min(traits.sentence, 3), past);
  keys[n++] = mix3(9, form, trailing, past);
  keys[n++] = mix3(10, form, quoted, 0);
  keys[n++] = mix3(11, form, traits.governor, 0);
  keys[n++] = mix3(12, traits.head, past, 0);
  keys[n++] = mix3(13, traits.text, 0, 0);
  keys[n++] = mix3(14, form, candidate.head - candidate.first, past);
  keys[n++] = mix3(15, form, index < 10 ? 1 : 0, past);
  keys[n++] = mix3(16, traits.relation, traits.governor, form);
  return n;
}

/** Features of linking a mention to an earlier one. Returns how many were written to `keys`. */
export function pairFeatures(
  scene: Scene,
  index: number,
  earlier: number,
  between: number,
  entity: EntityTraits,
  keys: Int32Array,
): number {
  const { candidates, traits: all, speakers } = scene;
  const candidate = candidates[index]!;
  const before = candidates[earlier]!;
  const traits = all[index]!;
  const prior = all[earlier]!;
  const form = formCode(candidate, traits);
  const priorForm = formCode(before, prior);
  const coarse = coarseForm(candidate);
  const priorCoarse = coarseForm(before);
  const pair = coarse * 3 + priorCoarse;
  const sentences = Math.min(bucket(traits.sentence - prior.sentence), 7);
  const mentions = bucket(index - earlier);
  const sameHead = traits.head === prior.head ? 1 : 0;
  const sameText = traits.text === prior.text ? 1 : 0;
  const nested = candidate.last <= before.last ? 1 : candidate.first < before.last ? 2 : 0;
  const sameClause = traits.clause === prior.clause ? 1 : 0;
  const quote = speakers.quotation[candidate.head]!;
  const priorQuote = speakers.quotation[before.head]!;
  const quoteCode = quote < 0 ? (priorQuote < 0 ? 0 : 1) : priorQuote === quote ? 2 : priorQuote < 0 ? 3 : 4;
  const speaks = quote >= 0 && speakers.speaker[quote] === before.head ? 1 : 0;
  const priorSpeaks = priorQuote >= 0 && speakers.speaker[priorQuote] === candidate.head ? 1 : 0;
  const sameSpeaker =
    quote >= 0 && priorQuote >= 0 && speakers.speaker[quote] === speakers.speaker[priorQuote] ? 1 : 0;
  let n = 0;
  keys[n++] = mix2(20, form, priorForm);
  keys[n++] = mix3(21, form, sentences, 0);
  keys[n++] = mix3(22, form, priorForm, sentences);
  keys[n++] = mix3(23, form, priorCoarse, mentions);
  keys[n++] = mix3(24, form, nested, priorCoarse);
  keys[n++] = mix3(25, form, sameClause, prior.relation);
  keys[n++] = mix3(26, form, traits.relation, prior.relation);
  keys[n++] = mix3(27, form, prior.relation, sentences);
  keys[n++] = mix3(28, form, prior.kind, prior.number);
  keys[n++] = mix3(29, pair, traits.number, prior.number);
  keys[n++] = mix3(30, pair, traits.gender, prior.gender);
  keys[n++] = mix3(31, pair, traits.kind, prior.kind);
  keys[n++] = mix3(32, form, quoteCode, priorForm);
  keys[n++] = mix3(33, form, speaks + 2 * priorSpeaks + 4 * sameSpeaker, priorCoarse);
  keys[n++] = mix3(34, form, prior.head, 0);
  keys[n++] = mix3(35, form, Math.min(entity.size, 5), sentences);
  keys[n++] = mix3(36, form, entity.genders, traits.gender);
  keys[n++] = mix3(37, form, entity.numbers, traits.number);
  keys[n++] = mix3(38, pair, entity.kinds, traits.kind);
  keys[n++] = mix3(39, form, entity.last === earlier ? 1 : 0, entity.named ? 1 : 0);
  keys[n++] = mix3(40, form, prior.determiner, prior.subject ? 1 : 0);
  keys[n++] = mix3(64, form, Math.min(between, 6), prior.subject ? 1 : 0);
  keys[n++] = mix3(65, form, prior.nestedIn, sentences);
  keys[n++] = mix3(66, form, prior.depth, sentences);
  if (coarse === 0) {
    keys[n++] = mix3(67, form, Math.min(between, 6), sentences);
    keys[n++] = mix3(68, traits.pronoun, Math.min(between, 6), prior.kind);
    keys[n++] = mix3(69, form, prior.subject ? 1 : 0, Math.min(between, 6) * 8 + prior.nestedIn);
    keys[n++] = mix3(41, form, prior.subject && traits.subject ? 1 : 0, sentences);
    keys[n++] = mix3(42, traits.pronoun, prior.kind, prior.gender);
    keys[n++] = mix3(43, traits.text, prior.text, priorCoarse === 0 ? sentences : 9);
    keys[n++] = mix3(44, traits.governor, prior.governor, traits.pronoun);
    keys[n++] = mix3(45, traits.governor, prior.head, traits.pronoun);
    return n;
  }
  if (priorCoarse === 0) {
    keys[n++] = mix3(46, form, prior.pronoun, traits.kind);
    keys[n++] = mix3(47, form, traits.head, prior.pronoun);
    return n;
  }
  return (
    n +
    wordFeatures(
      traits,
      prior,
      { form, pair, sameHead, sameText, nested, sentences },
      candidate,
      before,
      keys,
      n,
    )
  );
}

interface Shape {
  readonly form: number;
  readonly pair: number;
  readonly sameHead: number;
  readonly sameText: number;
  readonly nested: number;
  readonly sentences: number;
}

/** How the words of two names or descriptions compare. */
function wordFeatures(
  traits: Traits,
  prior: Traits,
  shape: Shape,
  candidate: Candidate,
  before: Candidate,
  keys: Int32Array,
  from: number,
): number {
  const { form, pair, sameHead, sameText, sentences } = shape;
  let shared = 0;
  for (const word of traits.words) if (prior.words.includes(word)) shared += 1;
  const missing = traits.words.length - shared;
  const surplus = prior.words.length - shared;
  const inside = missing === 0 ? 1 : 0;
  const around = surplus === 0 ? 1 : 0;
  const acronym =
    traits.initials !== 0 &&
    traits.initials === prior.initials &&
    (traits.words.length === 1) !== (prior.words.length === 1)
      ? 1
      : 0;
  const entries = traits.entry === 0 || prior.entry === 0 ? 0 : traits.entry === prior.entry ? 1 : 2;
  const headInside = prior.words.includes(traits.head) || traits.words.includes(prior.head) ? 1 : 0;
  const clash = sameHead === 1 ? clashOf(traits, prior) : 0;
  const match = sameHead + 2 * sameText + 4 * inside + 8 * around + 16 * acronym;
  let n = from;
  keys[n++] = mix3(50, pair, match, 0);
  keys[n++] = mix3(51, form, match, sentences);
  keys[n++] = mix3(52, form, match, prior.determiner);
  keys[n++] = mix3(53, pair, entries, match);
  keys[n++] = mix3(54, form, sameHead, Math.min(missing, 3) * 4 + Math.min(surplus, 3));
  keys[n++] = mix3(55, pair, headInside + 2 * Math.min(shared, 3), traits.kind);
  keys[n++] = mix3(56, pair, sameHead + 2 * sameText, traits.kind);
  keys[n++] = mix3(57, traits.head, prior.head, 0);
  keys[n++] = mix3(58, traits.head, sameHead + 2 * sameText, form);
  keys[n++] = mix3(59, traits.text, prior.text, 0);
  keys[n++] = mix3(60, traits.head, prior.kind, form);
  keys[n++] = mix3(61, form, candidate.group ? 1 : 0, before.group ? 1 : 0);
  keys[n++] = mix3(62, pair, sameHead, traits.number * 3 + prior.number);
  keys[n++] = mix3(70, pair, clash, sameText);
  keys[n++] = mix3(71, form, clash, prior.determiner);
  keys[n++] = mix3(63, match, shape.nested, form);
  return n - from;
}

/** Whether the words before two like heads agree: 1 neither has any, 2 one has, 3 they share one, 4 they share none. */
function clashOf(traits: Traits, prior: Traits): number {
  const own = traits.modifiers.length;
  const other = prior.modifiers.length;
  if (own === 0 && other === 0) return 1;
  if (own === 0 || other === 0) return own === 0 ? 2 : 5;
  return traits.modifiers.some((word) => prior.modifiers.includes(word)) ? 3 : 4;
}

/** Whether an earlier mention could be meant by this one, as far as number, gender and kind say. */
export function mayMean(traits: Traits, prior: Traits): boolean {
  if (traits.number > 0 && prior.number > 0 && traits.number !== prior.number) return false;
  if (traits.gender > 0 && prior.gender > 0 && traits.gender !== prior.gender) return false;
  const person = traits.pronoun > 0 && traits.gender > 0 && traits.gender < 3;
  return !person || prior.kind === 0 || prior.kind === 1;
}
