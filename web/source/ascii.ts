/**
 * Stands for `any-ascii` in the worker: its tables hold every script of the world and are ten times the story's code.
 * Whoever writes the file looks up the characters that its readings hold, and the worker is given those.
 */
let table: Readonly<Record<string, string>> = {};

export function useAscii(characters: Readonly<Record<string, string>>): void {
  table = characters;
}

/** The text in ASCII, character by character. */
export default function anyAscii(text: string): string {
  let ascii = "";
  for (const character of text) ascii += character < "\u0080" ? character : (table[character] ?? "");
  return ascii;
}
