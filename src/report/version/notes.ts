/** Notes in which a desk tells of its own report: "(Adds quotes)", "An earlier version of this article misstated …". */
import data from "../../../data/lexicon/desk-notes.json" with { type: "json" };
import type { VersionKind } from "./labels.ts";

const BRACKETED = Object.entries(data.bracketed) as [VersionKind, string[]][];
const CHANGED = Object.entries(data.changed) as [VersionKind, string[]][];
const PAPERS: ReadonlySet<string> = new Set(data.papers);
const EARLIER: ReadonlySet<string> = new Set(data.earlier);
const ERRED: ReadonlySet<string> = new Set(data.erred);

/** A note is no longer, in characters; its words about the report stand among its first. */
const LONGEST = 900;
const OPENING = 30;
const HEADED =
  /^(?:(corrections?|clarifications?)(?: (?:and|&) (?:clarifications?|amplifications?))?|(?:editor'?s?'?|publisher'?s?) note)\b/u;

/** What a paragraph is where it is a note about the report itself. */
export function noteOf(paragraph: string): VersionKind | undefined {
  if (paragraph.length >= LONGEST) return undefined;
  const text = paragraph.toLowerCase().replace(/[’‘]/gu, "'").trim();
  if (/^\(.*\)\.?$/su.test(text)) return startingWith(BRACKETED, text.slice(1).trimStart());
  const headed = HEADED.exec(text.replace(/^[^\p{L}]+/u, ""));
  const words = text
    .split(/[^\p{L}']+/u)
    .filter((word) => word !== "")
    .slice(0, OPENING);
  const told = toldOf(words);
  if (told !== undefined) return told;
  // "Correction: …" heads a note; "Corrections are needed" does not.
  const isNote = headed?.[1] !== undefined && /^[^\p{L}]*\p{L}[\p{L} &]{4,40}[:(,—–-]/u.test(text);
  if (isNote) return "correction";
  return headed !== null && words.some((word) => ERRED.has(word)) ? "correction" : undefined;
}

function startingWith(lists: readonly [VersionKind, string[]][], text: string): VersionKind | undefined {
  return lists.find(([, verbs]) => verbs.some((verb) => text.startsWith(`${verb} `)))?.[0];
}

/** "an earlier version of this article", "this story has been updated": only what speaks of itself counts. */
function toldOf(words: readonly string[]): VersionKind | undefined {
  for (let i = 0; i < words.length; i++) {
    if (words[i] !== "this" && !(words[i] === "the" && i === 0)) continue;
    const paper = PAPERS.has(words[i + 1] ?? "")
      ? i + 2
      : PAPERS.has(`${words[i + 1]} ${words[i + 2]}`)
        ? i + 3
        : 0;
    if (paper === 0) continue;
    const isOf = words[i] === "this" && words[i - 1] === "of" && words[i - 2] === "version";
    if (isOf && words.slice(Math.max(0, i - 5), i - 2).some((word) => EARLIER.has(word))) return "correction";
    if (isOf && words.slice(0, i).includes("updated")) return "update";
    const verbs = words.slice(paper, paper + 4);
    const isPassive = /^(?:was|has|have|is)$/u.test(verbs[0] ?? "");
    const changed = CHANGED.find(([, list]) => verbs.some((verb) => list.includes(verb)));
    // "The report was updated" may be anybody's; of "this report" only the desk speaks.
    const isOwn =
      words[i] === "this" || (PAPERS.has("story") && /^(?:story|article)$/u.test(words[i + 1] ?? ""));
    if (isPassive && isOwn && changed && i < 6) return changed[0];
  }
  return undefined;
}
