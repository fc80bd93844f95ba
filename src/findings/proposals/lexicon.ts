/** The words of `data/lexicon/proposals.yaml`. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";

interface Words {
  readonly proposing: Readonly<Record<"offered" | "floated", readonly string[]>>;
  readonly answering: Readonly<Record<Answer, readonly string[]>>;
  readonly plans: readonly string[];
  readonly agreements: readonly string[];
  readonly containing: readonly string[];
  readonly authoring: readonly string[];
  readonly traded: readonly string[];
  readonly harming: readonly string[];
  readonly cherished: readonly string[];
  readonly stopping: readonly string[];
  readonly onlookers: readonly string[];
  readonly termless: readonly string[];
}

/** How a proposal is answered. */
export type Answer = "accepted" | "welcomed" | "rejected" | "considered";

/** A verb that puts terms forward: how firmly, and the preposition that they stand behind ("" for object or clause). */
export interface Proposing {
  readonly status: "offered" | "floated";
  readonly preposition: string;
}

export interface ProposalLexicon {
  readonly proposing: ReadonlyMap<string, Proposing>;
  readonly answering: ReadonlyMap<string, Answer>;
  readonly plans: ReadonlySet<string>;
  readonly agreements: ReadonlySet<string>;
  readonly containing: ReadonlySet<string>;
  readonly authoring: ReadonlySet<string>;
  readonly traded: ReadonlySet<string>;
  readonly harming: ReadonlySet<string>;
  readonly cherished: ReadonlySet<string>;
  readonly stopping: ReadonlySet<string>;
  readonly onlookers: ReadonlySet<string>;
  readonly termless: ReadonlySet<string>;
}

let loaded: ProposalLexicon | undefined;

export function proposalLexicon(): ProposalLexicon {
  loaded ??= load();
  return loaded;
}

function load(): ProposalLexicon {
  const file = new URL("../../../data/lexicon/proposals.yaml", import.meta.url);
  const words = parse(readFileSync(file, "utf8")) as Words;
  const proposing = (["offered", "floated"] as const).flatMap((status) =>
    words.proposing[status].map((entry): [string, Proposing] => {
      const [, verb, preposition = ""] = /^(.+?)(?: (about))?$/.exec(entry)!;
      return [verb!, { status, preposition }];
    }),
  );
  const answering = (["accepted", "welcomed", "rejected", "considered"] as const).flatMap((how) =>
    words.answering[how].map((entry): [string, Answer] => [entry.replace(/ (?:to|on|with)$/, ""), how]),
  );
  return {
    proposing: new Map(proposing),
    answering: new Map(answering),
    plans: new Set(words.plans),
    agreements: new Set(words.agreements),
    containing: new Set(words.containing),
    authoring: new Set(words.authoring),
    traded: new Set(words.traded),
    harming: new Set(words.harming),
    cherished: new Set(words.cherished),
    stopping: new Set(words.stopping),
    onlookers: new Set(words.onlookers),
    termless: new Set(words.termless),
  };
}
