const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAME =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";

const ISO = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/u;
const MONTH_FIRST = new RegExp(`\\b${NAME} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`, "u");
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${NAME},? ((?:19|20)\\d\\d)\\b`, "u");
const MONTH = new RegExp(`\\b${NAME},? ((?:19|20)\\d\\d)\\b`, "u");
const YEAR = /\b((?:19|20)\d\d)\b/u;

/** The date of a reference, as EDTF, and where it stands in the text; only written-out dates and ISO 8601. */
export function dateIn(text: string): { value: string; start: number; end: number } | undefined {
  const iso = ISO.exec(text);
  if (iso) return made(iso, iso[1]!, Number(iso[2]), Number(iso[3]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return made(monthFirst, monthFirst[3]!, monthOf(monthFirst[1]!), Number(monthFirst[2]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return made(dayFirst, dayFirst[3]!, monthOf(dayFirst[2]!), Number(dayFirst[1]));
  const month = MONTH.exec(text);
  if (month) return made(month, month[2]!, monthOf(month[1]!), undefined);
  const year = YEAR.exec(text);
  return year ? { value: year[1]!, start: year.index, end: year.index + 4 } : undefined;
}

/** Number of a month by its English name, 1 to 12, or 0. */
export function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function made(match: RegExpExecArray, year: string, month: number, day: number | undefined) {
  const value = dayOf(year, month, day);
  return value === undefined ? undefined : { value, start: match.index, end: match.index + match[0].length };
}

/** An EDTF day or month; nothing for a day that does not exist. */
export function dayOf(year: string, month: number, day: number | undefined): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const head = `${year}-${String(month).padStart(2, "0")}`;
  if (day === undefined) return head;
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return day >= 1 && day < days + 1 ? `${head}-${String(day).padStart(2, "0")}` : undefined;
}
