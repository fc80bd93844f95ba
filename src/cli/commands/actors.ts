import type { Command } from "commander";
import type { Identity } from "../../record/judgement.ts";
import { columns, counted, paint } from "../show.ts";
import { addStoryCommand, type Shown } from "../story-command.ts";

function row(identity: Identity, { id }: Shown): string[] {
  const roles = identity.roles.map(({ title, of }) => (of ? `${title} of ${of}` : title));
  const others = identity.names.filter((name) => name !== identity.name);
  return [
    paint("bold", identity.name),
    identity.kind,
    counted(identity.reports.length, "report"),
    [...new Set(roles)].slice(0, 3).join("; "),
    paint("dim", others.slice(0, 6).join(" · ")) + id(identity.id),
  ];
}

export function addActors(program: Command): void {
  addStoryCommand(program, {
    name: "actors",
    description: "who takes part, under which names and in which roles",
    examples: ["parley actors reports/", "parley actors --aliases names.yaml reports/"],
    value: (story, view) => story.identities(view).filter((identity) => identity.of === "actor"),
    text: (identities, _story, shown) => columns(identities.map((identity) => row(identity, shown))),
  });
}
