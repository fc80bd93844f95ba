/**
 * Answers of one edition, kept as they are sent. Where the record moves on, the next edition is made ready behind the
 * one that is shown, most asked first; then all of it changes at once.
 */
import { createHash } from "node:crypto";
import type { Mark } from "./edition.ts";
import type { Answer, Ask, Press } from "./press.ts";

/** Answers that an edition keeps, and the bytes that they may take. */
const MOST = 2000;
const MOST_BYTES = 128 << 20;
/** Answers that are made again before a new edition is shown. */
const READY = 60;

/** An answer with the name of its content. */
export interface Shelved extends Answer {
  readonly etag: string;
}

interface Kept {
  readonly ask: Ask;
  readonly answer: Promise<Shelved>;
  bytes: number;
}

function keyOf({ route, id, query }: Ask): string {
  return JSON.stringify([route, id ?? "", Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

export class Shelf {
  readonly #press: Press;
  readonly #listeners = new Set<(mark: Mark) => void>();
  #shown: Mark;
  #kept = new Map<string, Kept>();
  #bytes = 0;
  #turning: Promise<void> | undefined;

  private constructor(press: Press, mark: Mark) {
    this.#press = press;
    this.#shown = mark;
  }

  static async over(press: Press): Promise<Shelf> {
    return new Shelf(press, await press.mark());
  }

  /** The edition that is shown. */
  get mark(): Mark {
    return this.#shown;
  }

  /** Calls the listener whenever another edition is shown; gives back how to stop that. */
  onTurn(listener: (mark: Mark) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @throws Refusal where the question cannot be answered */
  async answer(ask: Ask): Promise<Shelved> {
    if (ask.route === "search") return this.#fresh(ask);
    const key = keyOf(ask);
    const known = this.#kept.get(key);
    if (known) {
      // Last asked, last in the map: what nobody asks for stands first.
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.answer;
    }
    return this.#keep(this.#kept, key, ask, this.#shown.tag).answer;
  }

  async #fresh(ask: Ask): Promise<Shelved> {
    const answer = await this.#press.answer(ask);
    return { ...answer, etag: createHash("sha256").update(answer.body).digest("base64url").slice(0, 22) };
  }

  #keep(kept: Map<string, Kept>, key: string, ask: Ask, tag: string): Kept {
    const answer = this.#press.answer(ask, tag).then((one) => ({ ...one, etag: one.tag }));
    const entry: Kept = { ask, answer, bytes: 0 };
    kept.set(key, entry);
    answer.then(
      ({ body }) => {
        entry.bytes = body.byteLength;
        if (kept === this.#kept) this.#grow(entry.bytes);
      },
      () => kept.delete(key),
    );
    return entry;
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    for (const [key, entry] of this.#kept) {
      if (this.#bytes <= MOST_BYTES && this.#kept.size <= MOST) return;
      this.#kept.delete(key);
      this.#bytes -= entry.bytes;
    }
  }

  /** Shows the newest edition, where it is not shown already. Whoever changed something waits for this. */
  async turn(): Promise<void> {
    // A turn under way may have begun before the change: another one follows it.
    while (this.#turning) await this.#turning;
    this.#turning = this.#turn().finally(() => {
      this.#turning = undefined;
    });
    await this.#turning;
  }

  async #turn(): Promise<void> {
    const mark = await this.#press.mark();
    if (mark.tag === this.#shown.tag) return;
    const kept = new Map<string, Kept>();
    const wanted = [...this.#kept].filter(([, { ask }]) => ask.query.cursor === undefined).slice(-READY);
    for (const [key, { ask }] of wanted) {
      await this.#keep(kept, key, ask, mark.tag).answer.catch(() => undefined);
    }
    this.#kept = kept;
    this.#bytes = [...kept.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    this.#shown = mark;
    for (const listener of this.#listeners) listener(mark);
  }
}
