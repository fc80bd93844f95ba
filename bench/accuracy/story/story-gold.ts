/** What the gold of a story holds, as its README tells. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface GoldConflict {
  readonly id: string;
  readonly kind: string;
  readonly kind_alt?: readonly string[];
  readonly about: string;
  readonly strength: string;
  readonly sides: readonly { readonly says: string; readonly items: readonly string[] }[];
}

export interface GoldShift {
  readonly id: string;
  readonly holder: readonly string[];
  readonly holder_alt?: readonly string[];
  readonly issue: string;
  readonly strength: string;
  readonly optional?: boolean;
  readonly before: { readonly items: readonly string[] };
  readonly after: { readonly items: readonly string[] };
}

export interface GoldHistory {
  readonly id: string;
  readonly name: string;
  readonly when: string | null;
  readonly status: string;
  readonly status_alt?: readonly string[];
  readonly steps: readonly { readonly event: string; readonly wrong?: boolean }[];
}

export interface StoryGold {
  readonly identities: readonly {
    readonly id: string;
    readonly members: readonly string[];
    readonly optional_members?: readonly string[];
  }[];
  readonly apart: readonly { readonly pair: readonly [string, string]; readonly optional?: boolean }[];
  readonly histories: readonly GoldHistory[];
  readonly origins: readonly {
    readonly about: string;
    readonly reports: readonly string[];
    readonly independent: readonly (readonly string[])[];
    readonly independent_alt?: readonly (readonly (readonly string[])[])[];
  }[];
  readonly dependence: readonly { readonly from: string; readonly on: string; readonly kind: string }[];
  readonly conflicts: readonly GoldConflict[];
  readonly shifts: readonly GoldShift[];
  readonly timeline: readonly {
    readonly when: string;
    readonly what: string;
    readonly events: readonly string[];
  }[];
  readonly upcoming: readonly {
    readonly as_of: string;
    readonly published: readonly string[];
    readonly items: readonly {
      readonly history?: string;
      readonly event?: string;
      readonly when: string | null;
      readonly optional?: boolean;
    }[];
    readonly not: readonly string[];
  }[];
  readonly matrix: readonly {
    readonly holder: string;
    readonly issue: string;
    readonly stance: string;
    readonly stance_alt?: readonly string[];
    readonly items: readonly string[];
  }[];
  readonly story_problems: readonly {
    readonly kind: string;
    readonly report: string;
    readonly item: string;
  }[];
}

export function readStoryGold(folder: string): StoryGold {
  return JSON.parse(readFileSync(join(folder, "story.json"), "utf8")) as StoryGold;
}
