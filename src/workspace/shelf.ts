/** The stories of a workspace: they grow from revision to revision, and readings are loaded once and kept while they stay the same. */
import type { Reading } from "../record/reading.ts";
import type { Snapshot, Store } from "../store/store.ts";
import { once } from "../story/once.ts";
import { tell } from "../story/tell.ts";
import { Stories, standingsIn, type ToldStory } from "../story/told-stories.ts";
import type { Told } from "./workspace.ts";

interface Kept {
  readonly stamp: string;
  readonly reading: Reading;
}

export class Shelf {
  readonly #store: Store;
  readonly #stories = new Stories();
  #kept = new Map<string, Kept>();
  #told: Told | undefined;
  #telling: Promise<Told> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The story as it stands now; whoever asks while it is being told waits for the same one. */
  async told(): Promise<Told> {
    for (;;) {
      const revision = await this.#store.revision();
      if (this.#told && this.#told.revision >= revision) return this.#told;
      if (this.#telling) {
        await this.#telling;
        continue;
      }
      this.#telling = this.#tell();
      try {
        return await this.#telling;
      } finally {
        this.#telling = undefined;
      }
    }
  }

  async readings(): Promise<readonly Reading[]> {
    return this.#load(await this.#store.snapshot());
  }

  async #load({ reports, stamps }: Snapshot): Promise<Reading[]> {
    const isKept = (id: string) => this.#kept.get(id)?.stamp === stamps.get(id);
    const loaded = await this.#store.readings(reports.filter((id) => !isKept(id)));
    const fresh = new Map(loaded.map((reading) => [reading.report.id, reading]));
    this.#kept = new Map(
      reports.flatMap((id) => {
        const reading = fresh.get(id) ?? this.#kept.get(id)?.reading;
        return reading ? [[id, { stamp: stamps.get(id)!, reading }] as const] : [];
      }),
    );
    return [...this.#kept.values()].map(({ reading }) => reading);
  }

  async #tell(): Promise<Told> {
    const snapshot = await this.#store.snapshot();
    const { revision, judgements } = snapshot;
    const readings = await this.#load(snapshot);
    const stories = once((): readonly ToldStory[] => this.#stories.tell(readings, judgements));
    const whole = once(() => tell(readings, { judgements }));
    this.#told = {
      revision,
      stories,
      whole,
      judgements: once(() => standingsIn(stories(), judgements)),
    };
    return this.#told;
  }
}
