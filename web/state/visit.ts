/** When the reader was last here: the day of the story, for each story that this browser has shown. */

const KEY = "parley-visits";

function visits(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Record<string, string>;
  } catch {
    return {};
  }
}

/** The day of the story at the visit before this one. */
export function lastVisit(story: string): string | undefined {
  return visits()[story];
}

export function keepVisit(story: string, day: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...visits(), [story]: day }));
  } catch {
    // A browser that keeps nothing starts anew each time.
  }
}
