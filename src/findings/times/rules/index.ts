/** Every rule, family by family. A new one is a row in its family's table. */
import type { Rule } from "../pattern.ts";
import { clocks } from "./clocks.ts";
import { dates } from "./dates.ts";
import { days } from "./days.ts";
import { feasts } from "./feasts.ts";
import { lengths } from "./lengths.ts";
import { periods } from "./periods.ts";
import { ranges } from "./ranges.ts";
import { sets } from "./sets.ts";
import { stretches } from "./stretches.ts";
import { vague } from "./vague.ts";

export const FAMILIES: Readonly<Record<string, readonly Rule[]>> = {
  dates,
  days,
  stretches,
  periods,
  clocks,
  lengths,
  sets,
  vague,
  feasts,
  ranges,
};
