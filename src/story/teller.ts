/** Readings made by hand, for tests: a text, and findings that point into it by their quotes. */
import type { Actor } from "../record/actor.ts";
import type { Claim } from "../record/claim.ts";
import type { Event } from "../record/event.ts";
import type { Reference } from "../record/finding.ts";
import { idOf } from "../record/id.ts";
import type { Place } from "../record/place.ts";
import type { Position } from "../record/position.ts";
import { type Reading, SCHEMA_VERSION } from "../record/reading.ts";
import { type Grounds, spanAt } from "../record/span.ts";
import type { Statement } from "../record/statement.ts";

type Loose<T> = Partial<
  Omit<T, "participants" | "recipients" | "absent" | "place" | "holder" | "according" | "attributedBy">
>;

interface Parties {
  readonly participants?: readonly string[];
  readonly recipients?: readonly string[];
  readonly absent?: readonly string[];
  readonly place?: string;
  readonly according?: readonly string[];
}

/** One report by an invented outlet; names refer to the actors and places that were introduced before. */
export class Teller {
  readonly #text: string;
  readonly #id: string;
  readonly #outlet: string | undefined;
  readonly #published: string | undefined;
  readonly #agency: string | undefined;
  readonly #actors: Actor[] = [];
  readonly #places: Place[] = [];
  readonly #events: Event[] = [];
  readonly #positions: Position[] = [];
  readonly #claims: Claim[] = [];
  readonly #statements: Statement[] = [];

  constructor(outlet: string | undefined, published: string | undefined, text: string, agency?: string) {
    [this.#outlet, this.#published, this.#text, this.#agency] = [outlet, published, text, agency];
    this.#id = idOf("report", outlet ?? "", published ?? "", text);
  }

  #base(quote: string, kind: string) {
    const start = this.#text.indexOf(quote);
    if (start < 0) throw new Error(`“${quote}” is not in the text`);
    const at: Grounds = [spanAt(this.#text, start, start + quote.length)];
    const id = idOf(kind, this.#id, start, start + quote.length, this.#count());
    return { id, at, according: [] as Reference[], modality: "asserted" as const, by: "hand", score: 1 };
  }

  #count(): number {
    return [this.#actors, this.#places, this.#events, this.#positions, this.#claims, this.#statements].flat()
      .length;
  }

  #references(names: readonly string[] = []): Reference[] {
    return names.map((name) => {
      const found = [...this.#actors, ...this.#places].find((one) => one.name === name);
      if (!found) throw new Error(`${name} was not introduced`);
      return { id: found.id, name };
    });
  }

  actor(
    name: string,
    kind: Actor["kind"],
    more: Partial<Actor> & { readonly as?: string; readonly for?: string } = {},
  ): this {
    const { as = name, for: principal, ...rest } = more;
    const base = this.#base(as, "actors");
    const represents = this.#references(principal ? [principal] : [])[0];
    this.#actors.push({
      ...base,
      kind,
      name,
      mentions: base.at,
      references: [],
      roles: [],
      ...(represents ? { represents } : {}),
      ...rest,
    });
    return this;
  }

  place(name: string, kind: Place["kind"] = "city"): this {
    const base = this.#base(name, "places");
    this.#places.push({ ...base, kind, name, mentions: base.at });
    return this;
  }

  event(
    quote: string,
    type: Event["type"],
    subtype: string,
    status: Event["status"],
    more: Loose<Event> & Parties = {},
  ): this {
    const { participants, recipients, absent, place, according, ...rest } = more;
    this.#events.push({
      ...this.#base(quote, "events"),
      type,
      subtype,
      status,
      participants: this.#references(participants),
      recipients: this.#references(recipients),
      ...(absent ? { absent: this.#references(absent) } : {}),
      ...(place ? { place: this.#references([place])[0]! } : {}),
      ...(according ? { according: this.#references(according) } : {}),
      ...rest,
    });
    return this;
  }

  position(
    holder: string,
    stance: Position["stance"],
    issue: string,
    quote: string,
    more: Loose<Position> & { readonly according?: readonly string[]; readonly attributedBy?: string } = {},
  ): this {
    const { according, attributedBy, ...rest } = more;
    this.#positions.push({
      ...this.#base(quote, "positions"),
      holder: this.#references([holder]),
      stance,
      issue,
      content: quote,
      statements: [],
      events: [],
      ...(according ? { according: this.#references(according) } : {}),
      ...(attributedBy ? { attributedBy: this.#references([attributedBy])[0]! } : {}),
      ...rest,
    });
    return this;
  }

  claim(
    subject: string,
    attribute: string,
    value: number | string,
    quote: string,
    more: Loose<Claim> & { readonly according?: readonly string[] } = {},
  ): this {
    const { according, ...rest } = more;
    this.#claims.push({
      ...this.#base(quote, "claims"),
      subject,
      attribute,
      value,
      ...(according ? { according: this.#references(according) } : {}),
      ...rest,
    });
    return this;
  }

  /** A sentence with what is said in it; what stands in quotation marks in the content is quoted. */
  statement(speaker: string | undefined, sentence: string, content: string): this {
    const base = this.#base(sentence, "statements");
    const { start } = base.at[0];
    const from = this.#text.indexOf(content, start);
    const parts = [...content.matchAll(/[“"]([^”"]+)[”"]/g)].map(({ 1: inside, index }) =>
      spanAt(this.#text, from + index + 1, from + index + 1 + inside!.length),
    );
    this.#statements.push({
      ...base,
      speaker: this.#references(speaker ? [speaker] : []),
      cue: base.at[0],
      content: spanAt(this.#text, from, from + content.length),
      form: parts.length > 0 ? "mixed" : "indirect",
      parts,
      addressee: [],
      via: [],
    });
    return this;
  }

  reading(): Reading {
    return {
      schema: SCHEMA_VERSION,
      program: "test",
      models: {},
      report: {
        id: this.#id,
        text: this.#text,
        language: "en",
        blocks: [{ kind: "paragraph", start: 0, end: this.#text.length }],
        ...(this.#outlet ? { outlet: { value: this.#outlet, basis: "given" } } : {}),
        ...(this.#agency ? { agency: { value: this.#agency, basis: "text" } } : {}),
        published: this.#published ? { value: this.#published, basis: "given" } : { basis: "unknown" },
        diagnostics: [],
      },
      actors: this.#actors,
      places: this.#places,
      times: [],
      events: this.#events,
      statements: this.#statements,
      positions: this.#positions,
      proposals: [],
      claims: this.#claims,
      citations: [],
      problems: [],
      coverage: { sentences: 1, silent: [] },
      diagnostics: [],
    };
  }
}
