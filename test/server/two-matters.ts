/** Reports of two matters and one that went astray, all invented: a dam between two states, and a fishery of two others. */
import type { Handed } from "../../src/server/house.ts";

function report(file: string, outlet: string, published: string, text: string): Handed {
  return { bytes: Buffer.from(text), options: { file, given: { outlet, published } } };
}

const DAM: readonly (readonly [string, string, string])[] = [
  [
    "Northwire",
    "2031-04-02",
    "Lorvia and Ostmark will hold talks in Brell on 9 April 2031, Lorvia's foreign minister, Mira Dohl, said on Wednesday. Lorvia demands that Ostmark open the gates of the dam. Ostmark rejects inspections.\n",
  ],
  [
    "Ostmark Courier",
    "2031-04-03",
    "Ostmark rejects the inspections that Lorvia demands, President Ral Tenn said. Lorvia's foreign minister, Mira Dohl, said that Lorvia would accept a pause of ten days.\n",
  ],
  [
    "The Brell Bell",
    "2031-04-10",
    "Lorvia and Ostmark held talks in Brell on 9 April 2031. Ral Tenn, the president of Ostmark, said that Ostmark accepts inspections of the dam.\n",
  ],
];

const FISH: readonly (readonly [string, string, string])[] = [
  [
    "Harbour Post",
    "2031-05-01",
    "The governments of Agron and Belmark will meet in Tarrin on 6 May 2031, Agron's envoy, Vera Lind, said. Belmark's president, Ilir Kastro, demands larger quotas of herring. “Agron will not sign in haste,” Lind said.\n",
  ],
  [
    "Tide Gazette",
    "2031-05-07",
    "The governments of Agron and Belmark met in Tarrin on 6 May 2031. Agron rejects larger quotas, its envoy, Vera Lind, said. Belmark's president, Ilir Kastro, said that Belmark would accept inspectors in its harbours.\n",
  ],
];

const ASTRAY: readonly [string, string, string] = [
  "Sports Desk",
  "2031-04-20",
  "Quillan beat Sarnow by three goals on Sunday, coach Hugo Brandt said in Quillan.\n",
];

/** The longest story first; the last one stands alone. */
export function twoMatters(): Handed[] {
  const all = [...DAM.map((one) => ["dam", one] as const), ...FISH.map((one) => ["fish", one] as const)];
  return [...all, ["astray", ASTRAY] as const].map(([matter, [outlet, day, text]], i) =>
    report(`${matter}-${i}.txt`, outlet, day, text),
  );
}
