/** What goes on, as server-sent events: another edition is shown, a report has been read. */
import type { Mark } from "./edition.ts";
import { Refusal } from "./refusal.ts";
import type { Shelf } from "./shelf.ts";

/** Listeners at one time. */
const MOST = 256;
/** A sign of life, ms: proxies close what is silent. */
const PULSE = 15_000;
/** Bytes that may wait for a listener who does not take them. */
const BEHIND = 64 << 10;

export const LIVE_HEADERS = { "content-type": "text/event-stream", "cache-control": "no-store" };

/** How far a batch of reports is. */
export interface Work {
  readonly id: string;
  /** Files that are done with, and files that were handed in; a file may hold many reports. */
  readonly done: number;
  readonly of: number;
  /** Of the report that was taken in last. */
  readonly file?: string;
  readonly state?: string;
  readonly isOver: boolean;
}

const encoder = new TextEncoder();

function eventText(event: string, data: unknown, id?: string): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

export class Live {
  readonly #open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  readonly #shelf: Shelf;
  readonly #pulse: NodeJS.Timeout;
  readonly #stop: () => void;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    this.#stop = shelf.onTurn((mark) => this.#send(Live.#edition(mark)));
    this.#pulse = setInterval(() => this.#send(": still here\n\n"), PULSE);
    this.#pulse.unref();
  }

  static #edition(mark: Mark): string {
    return eventText("edition", mark, mark.tag);
  }

  #send(text: string): void {
    const bytes = encoder.encode(text);
    for (const one of this.#open) {
      if ((one.desiredSize ?? 0) < 0) {
        this.#open.delete(one);
        one.error(new Error("the listener does not keep up"));
      } else {
        one.enqueue(bytes);
      }
    }
  }

  work(work: Work): void {
    this.#send(eventText("work", work));
  }

  /** A stream that begins with the edition that is shown. @throws Refusal where too many listen */
  listen(): Response {
    if (this.#open.size >= MOST) throw new Refusal(503, "too many are listening; ask again later");
    let own: ReadableStreamDefaultController<Uint8Array>;
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          own = controller;
          this.#open.add(controller);
          controller.enqueue(encoder.encode(`retry: 2000\n\n${Live.#edition(this.#shelf.mark)}`));
        },
        cancel: () => {
          this.#open.delete(own);
        },
      },
      { highWaterMark: BEHIND, size: (chunk) => chunk?.byteLength ?? 0 },
    );
    return new Response(stream, { headers: LIVE_HEADERS });
  }

  close(): void {
    clearInterval(this.#pulse);
    this.#stop();
    for (const one of this.#open) one.close();
    this.#open.clear();
  }
}
