import type { EntityTraits, Scene, Seen } from "./features.ts";
import { KINDS, PRONOUN, type Traits } from "./traits.ts";

const PERSON = KINDS.indexOf("person");
const TIME = KINDS.indexOf("time");
/** What "he" and "she" do not mean, listed or not. */
const NEVER_HE: ReadonlySet<number> = new Set(
  (["organisation", "state", "place", "event"] as const).map((kind) => KINDS.indexOf(kind)),
);

/** How far back antecedents are looked for, in candidates and in sentences. */
const PRONOUN_WINDOW = 60;
const PRONOUN_SENTENCES = 6;
const NAME_WINDOW = 40;
const DEFINITE_WINDOW = 40;

/**
 * Which earlier mentions may be antecedents. Near ones are all tried; far ones only where a word, a name's
 * entry or its initials agree. At most some sixty are tried for each mention, so that time is linear in the text.
 */
export class Search {
  readonly #scene: Scene;
  readonly #byText = new Map<number, number>();
  readonly #byHead = new Map<number, number>();
  readonly #byEntry = new Map<number, number>();
  readonly #byInitials = new Map<number, number>();
  readonly #byToken = new Map<number, number>();
  readonly #byNameWord = new Map<number, number>();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** The mention before that a token is the head of. */
  at(token: number): number | undefined {
    return token < 0 ? undefined : this.#byToken.get(token);
  }

  /** What was seen of a mention's words before it. */
  seen(index: number): Seen {
    const traits = this.#scene.traits[index]!;
    return {
      head: this.#byHead.has(traits.head),
      text: this.#byText.has(traits.text),
      entry: traits.entry !== 0 && this.#byEntry.has(traits.entry),
    };
  }

  /** Antecedents to try, nearest first, without doubles. */
  antecedents(index: number): number[] {
    const { candidates, traits } = this.#scene;
    const candidate = candidates[index]!;
    const own = traits[index]!;
    const found: number[] = [];
    const window = windowOf(candidate.form, own);
    const inSpeech = own.pronoun >= 5 && own.pronoun <= 7;
    for (let earlier = index - 1; earlier >= 0 && earlier >= index - window; earlier -= 1) {
      if (
        candidate.form === "pronoun" &&
        !inSpeech &&
        own.sentence - traits[earlier]!.sentence > PRONOUN_SENTENCES
      )
        break;
      if (candidates[earlier]!.head !== candidate.head && !differ(own, traits[earlier]!)) found.push(earlier);
    }
    if (candidate.form === "pronoun") return found;
    this.#addFar(index, own, found);
    return found;
  }

  #addFar(index: number, own: Traits, found: number[]): void {
    const { candidates, traits } = this.#scene;
    const head = candidates[index]!.head;
    const add = (earlier: number | undefined) => {
      if (earlier === undefined || candidates[earlier]!.head === head || found.includes(earlier)) return;
      if (!differ(own, traits[earlier]!)) found.push(earlier);
    };
    add(this.#byText.get(own.text));
    add(this.#byHead.get(own.head));
    if (own.entry !== 0) add(this.#byEntry.get(own.entry));
    if (own.initials !== 0) add(this.#byInitials.get(own.initials));
    if (candidates[index]!.form === "name") for (const word of own.words) add(this.#byNameWord.get(word));
  }

  /** Makes a mention known to those after it. */
  add(index: number): void {
    const { candidates, traits } = this.#scene;
    const own = traits[index]!;
    if (!candidates[index]!.group) this.#byToken.set(candidates[index]!.head, index);
    if (own.pronoun > 0) return;
    this.#byText.set(own.text, index);
    this.#byHead.set(own.head, index);
    if (own.entry !== 0) this.#byEntry.set(own.entry, index);
    if (own.initials !== 0) this.#byInitials.set(own.initials, index);
    if (candidates[index]!.form === "name") for (const word of own.words) this.#byNameWord.set(word, index);
  }
}

/** Two mentions that cannot mean the same. */
function differ(own: Traits, other: Traits): boolean {
  if (own.pronoun > 0) return pronounExcludes(own, other);
  if (other.pronoun > 0) return pronounExcludes(other, own);
  return namesDiffer(own, other);
}

/** "he" is not "she", nor a day, nor a place, state or organisation, nor several; "it" is no person of known gender. */
function pronounExcludes(pronoun: Traits, other: Traits): boolean {
  const code = pronoun.pronoun;
  if (code === PRONOUN.he || code === PRONOUN.she) {
    if (other.gender !== 0 && other.gender !== pronoun.gender && other.kind === PERSON) return true;
    if (other.pronoun === PRONOUN.it || other.pronoun === PRONOUN.we || other.kind === TIME) return true;
    return other.number === 2 || NEVER_HE.has(other.kind) || (other.entry !== 0 && other.kind !== PERSON);
  }
  if (code !== PRONOUN.it) return false;
  if (other.pronoun > 0) return other.pronoun !== PRONOUN.it && other.pronoun !== PRONOUN.this;
  return other.kind === PERSON && (other.gender === 1 || other.gender === 2);
}

/** Other entries of the lists, or persons with other first names. */
function namesDiffer(own: Traits, other: Traits): boolean {
  if (own.entry !== 0 && other.entry !== 0 && own.entry !== other.entry && own.kind === other.kind)
    return true;
  if (own.givenName === 0 || other.givenName === 0) return false;
  return !other.words.includes(own.givenName) && !own.words.includes(other.givenName);
}

/** Whether "he" or "she" would join an entity of which only the other gender is known. */
export function clashesWith(entity: EntityTraits, own: Traits): boolean {
  if (own.kind !== PERSON || own.gender === 0 || own.gender > 2) return false;
  const [self, otherwise] = [1 << own.gender, 1 << (3 - own.gender)];
  return (entity.genders & otherwise) !== 0 && (entity.genders & self) === 0;
}

function windowOf(form: string, traits: Traits): number {
  if (form === "pronoun") return PRONOUN_WINDOW;
  if (form === "name") return NAME_WINDOW;
  // Definite, demonstrative and possessive descriptions may mean what was named otherwise; others hardly do.
  const { determiner } = traits;
  return determiner === 1 || determiner === 3 || determiner === 4 ? DEFINITE_WINDOW : 8;
}

/** Entities as they grow while mentions are linked, from left to right. */
export class Growing {
  readonly #scene: Scene;
  /** Entity of each mention. */
  readonly entityOf: Int32Array;
  readonly entities: EntityTraits[] = [];

  constructor(scene: Scene) {
    this.#scene = scene;
    this.entityOf = new Int32Array(scene.candidates.length).fill(-1);
  }

  of(index: number): EntityTraits {
    return this.entities[this.entityOf[index]!]!;
  }

  /** Joins a mention to the entity of an earlier one, or begins an entity with it (`earlier` -1). */
  link(index: number, earlier: number): void {
    const traits = this.#scene.traits[index]!;
    if (earlier < 0) {
      this.entityOf[index] = this.entities.length;
      this.entities.push({ size: 0, numbers: 0, genders: 0, kinds: 0, named: false, last: index });
    } else this.entityOf[index] = this.entityOf[earlier]!;
    const entity = this.of(index);
    entity.size += 1;
    entity.numbers |= traits.number > 0 ? 1 << traits.number : 0;
    entity.genders |= traits.gender > 0 ? 1 << traits.gender : 0;
    entity.kinds |= traits.kind > 0 ? 1 << traits.kind : 0;
    entity.named ||= this.#scene.candidates[index]!.form === "name";
    entity.last = index;
  }
}
