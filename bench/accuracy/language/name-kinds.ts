/**
 * How each data set's kinds are read as the recogniser's.
 *
 * | data | theirs | read as |
 * | --- | --- | --- |
 * | GUM | person, organization, place, event | person, organisation, place, event |
 * | GUM | object, abstract, whose span is all capitalised names | work |
 * | IEER | PERSON, ORGANIZATION, LOCATION | person, organisation, place |
 * | CrossNER politics | politician, person | person |
 * | CrossNER politics | organisation, politicalparty | organisation |
 * | CrossNER politics | country, location | place |
 * | CrossNER politics | election, event | event |
 * | CrossNER politics | misc | left out |
 *
 * And of ours: state and place count as place; organisation, body, group and outlet as organisation.
 */
import type { NameKind } from "../../../src/language/name.ts";
import type { CoarseKind } from "../../../src/language/names/recognise.ts";

export const FROM_GUM: Readonly<Record<string, CoarseKind>> = {
  person: "person",
  organization: "organisation",
  place: "place",
  event: "event",
  object: "work",
  abstract: "work",
};

export const FROM_IEER: Readonly<Record<string, CoarseKind>> = {
  PERSON: "person",
  ORGANIZATION: "organisation",
  LOCATION: "place",
};

export const FROM_CROSSNER: Readonly<Record<string, CoarseKind>> = {
  politician: "person",
  person: "person",
  organisation: "organisation",
  politicalparty: "organisation",
  country: "place",
  location: "place",
  election: "event",
  event: "event",
};

export const OURS: Readonly<Record<NameKind, CoarseKind>> = {
  person: "person",
  organisation: "organisation",
  body: "organisation",
  group: "organisation",
  outlet: "organisation",
  state: "place",
  place: "place",
  work: "work",
  event: "event",
};
