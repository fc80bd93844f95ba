import { expect, test } from "vitest";
import type { Change } from "../../src/record/changes.ts";
import { changeText } from "./change-text.ts";

const change = (kind: Change["kind"], after: string, before?: string): Change => ({
  kind,
  what: "Talks in Orlo",
  after,
  ...(before === undefined ? {} : { before }),
  evidence: [],
});

test.each([
  [change("new event", "held 2031-04"), "took place, April 2031"],
  [change("new event", "possible"), "talked of"],
  [change("status", "held", "planned"), "planned → took place"],
  [change("moved", "2031-04-14", "2031-04-10"), "10 April 2031 → 14 April 2031"],
  [change("more origins", "3", "1"), "1 → 3 independent origins"],
  [change("new position", "demands: a pause"), "demands: a pause"],
  [change("shift", "accepts: a pause", "rejects: any pause"), "rejects: any pause → accepts: a pause"],
])("%o reads %s", (one, text) => expect(changeText(one)).toBe(text));
