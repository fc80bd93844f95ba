/** Years beside a noun. */
import { type Doc, wordOf } from "../../language/doc.ts";

/** "The accord of 2029", "the 2029 accord": made in its year. */
export function hasYear(token: number, doc: Doc): boolean {
  const words = [wordOf(doc, Math.max(0, token - 1))];
  if (token + 2 < doc.size && wordOf(doc, token + 1) === "of") words.push(wordOf(doc, token + 2));
  return words.some((word) => /^(?:19|20)\d\d$/.test(word));
}
