/** An answer on its way: what was there before stays until the next one has come. */
export interface Loaded<Value> {
  readonly value: Value | undefined;
  readonly error: string | undefined;
  readonly busy: boolean;
  /** Asks once more, after an error. */
  readonly again: () => void;
}

/** To be called while a component is set up; asks again whenever something that `ask` has read changes. */
export function loaded<Value>(ask: () => Promise<Value>): Loaded<Value> {
  let value = $state.raw<Value | undefined>(undefined);
  let error = $state<string | undefined>(undefined);
  let busy = $state(true);
  let tries = $state(0);
  $effect(() => {
    void tries;
    let isStale = false;
    busy = true;
    ask().then(
      (answer) => {
        if (isStale) return;
        value = answer;
        error = undefined;
        busy = false;
      },
      (reason: unknown) => {
        if (isStale) return;
        error = reason instanceof Error ? reason.message : String(reason);
        busy = false;
      },
    );
    return () => {
      isStale = true;
    };
  });
  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    get busy() {
      return busy;
    },
    again: () => {
      tries += 1;
    },
  };
}
