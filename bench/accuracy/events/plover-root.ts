import type { Event, EventType } from "../../../src/record/event.ts";

const COOPERATIVE: ReadonlySet<EventType> = new Set(["CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"]);
const HOSTILE: ReadonlySet<EventType> = new Set(["SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE"]);

/**
 * The root under which PLOVER codes an event of the record. The record keeps type and status apart; PLOVER codes what
 * is promised as AGREE, what is threatened as THREATEN, what is promised to be given up as CONCEDE, and what is refused
 * or called off as REJECT (manual, "Potential ambiguities" of AGREE, RETREAT and SANCTION).
 */
export function ploverRoot({ type, status, verbal }: Event): EventType {
  if (verbal && type !== "SUPPORT") return type;
  if (status === "refused" || status === "cancelled") return "REJECT";
  if (status !== "planned" && status !== "possible") return type;
  if (COOPERATIVE.has(type)) return "AGREE";
  if (HOSTILE.has(type)) return "THREATEN";
  return type === "RETREAT" ? "CONCEDE" : type;
}
