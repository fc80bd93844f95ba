const WORDS = new Set(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun easter christmas ramadan".split(
    " ",
  ),
);

/** Names of months, days of the week and the feasts that date things. */
export function isCalendarWord(word: string): boolean {
  return WORDS.has(word.toLowerCase().replace(".", ""));
}
