/** Short runs that only label something: times, dates, counts, numbers of pages. */
const WORDS =
  /\b(?:[ap]\.?m|mins?|minutes?|hours?|hrs?|days?|weeks?|months?|ago|comments?|shares?|views?|likes?|read|[khmd])\b/gi;

/** True where nothing is left of a run without its figures and the words of such labels. */
export function isLabel(text: string): boolean {
  return (
    text.length < 40 &&
    /\d/.test(text) &&
    !/\p{L}/u.test(text.replace(/(\d)(?=\p{L})/gu, "$1 ").replace(WORDS, ""))
  );
}
