/** What every view shares: the address, the source, and what has been asked of it. */
import type { Answers, Look, Overview, StorySource } from "../source/story-source.ts";
import { type Address, type AddressChange, readAddress, writeAddress } from "./address.ts";

type Noun = keyof Answers;

export class Page {
  readonly source: StorySource;
  address = $state.raw<Address>({ view: "now", rest: {} });
  /** Counts changes of the story: what depends on it is asked again. */
  revision = $state(0);
  /** Says to a screen reader what has just happened. */
  notice = $state("");
  overview = $state.raw<Overview | undefined>(undefined);
  searching = $state(false);
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(source: StorySource) {
    this.source = source;
    this.address = readAddress(location.hash);
    addEventListener("hashchange", () => {
      this.address = readAddress(location.hash);
    });
    source.live(() => {
      this.#kept.clear();
      this.revision += 1;
    });
  }

  get look(): Look {
    const { story, asOf } = this.address;
    return { ...(story ? { story } : {}), ...(asOf ? { asOf } : {}) };
  }

  /** The answer of the source, asked once for each revision of the story. */
  ask<N extends Noun>(noun: N, ...args: Parameters<Answers[N]>): Promise<ReturnType<Answers[N]>> {
    void this.revision;
    const key = JSON.stringify([noun, args]);
    const known = this.#kept.get(key) as Promise<ReturnType<Answers[N]>> | undefined;
    if (known) return known;
    const question = this.source[noun] as unknown as (
      ...args: Parameters<Answers[N]>
    ) => Promise<ReturnType<Answers[N]>>;
    const asked = question(...args);
    this.#kept.set(key, asked);
    // What failed is asked again the next time.
    asked.catch(() => this.#kept.delete(key));
    return asked;
  }

  /** The address of a change to what is looked at; the story and the day stay, the rest is the new view's own. */
  hrefOf(change: AddressChange): string {
    const isOther = change.view !== undefined && change.view !== this.address.view;
    const base: AddressChange = isOther
      ? { story: this.address.story, asOf: this.address.asOf }
      : this.address;
    return writeAddress({ ...base, ...change });
  }

  go(change: AddressChange): void {
    location.hash = this.hrefOf(change);
  }

  /** As `go`, without a step in the history: sliders, filters. */
  adjust(change: AddressChange): void {
    history.replaceState(history.state, "", this.hrefOf(change));
    this.address = readAddress(location.hash);
  }

  /** One of the view's own settings; an empty value takes it away. */
  set(name: string, value: string): void {
    const { [name]: _, ...rest } = this.address.rest;
    this.adjust({ rest: value === "" ? rest : { ...rest, [name]: value } });
  }

  select(id: string | undefined): void {
    this.adjust({ select: id });
  }

  say(text: string): void {
    this.notice = text;
  }
}
