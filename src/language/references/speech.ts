import type { Scene } from "./features.ts";
import type { Link } from "./resolve.ts";
import { PRONOUN } from "./traits.ts";

const SPEAKER_OF_I = 0.95;
/** "we" is the speaker's side, of which the speaker is only the likeliest part. */
const SPEAKER_OF_WE = 0.45;

/** Gives "I" in a quotation to its speaker, and "we" where nothing better was found. Changes `links`. */
export function linkSpeakers(scene: Scene, links: Link[]): void {
  const { candidates, traits, speakers } = scene;
  const byHead = new Map<number, number>();
  candidates.forEach((candidate, index) => {
    if (!candidate.group) byHead.set(candidate.head, index);
  });
  candidates.forEach((candidate, index) => {
    const quotation = speakers.quotation[candidate.head]!;
    if (quotation < 0) return;
    const speaker = byHead.get(speakers.speaker[quotation]!);
    if (speaker === undefined) return;
    const { pronoun } = traits[index]!;
    const link = links[index]!;
    if (pronoun === PRONOUN.i) {
      link.antecedents = [speaker];
      link.score = SPEAKER_OF_I;
    } else if (pronoun === PRONOUN.we && link.antecedents.length === 0) {
      link.antecedents = [speaker];
      link.score = SPEAKER_OF_WE;
    }
  });
}
