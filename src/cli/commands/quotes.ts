import type { Command } from "commander";
import type { Quotation, Variant } from "../../record/quotation.ts";
import { turnsInWords } from "../../story/quotations/align.ts";
import type { Story } from "../../story/story.ts";
import { counted, dayOf, paint, shorten, sourceOf } from "../show.ts";
import { addStoryCommand, type Shown } from "../story-command.ts";

function variantText({ kind, text, evidence, parts }: Variant, story: Story, { id }: Shown): string {
  const { readings } = story;
  const sources = evidence.map(
    ({ report, finding }) => `${sourceOf(readings, report)}, ${dayOf(readings, report)}${id(finding)}`,
  );
  const turns = turnsInWords(parts).map((turn) => `\n      ${paint("yellow", shorten(turn, 200))}`);
  return `    ${kind}: ${shorten(kind === "paraphrased" ? text : `“${text}”`, 200)}  ${paint("dim", sources.join("; "))}${turns.join("")}`;
}

function quotationText(quotation: Quotation, story: Story, shown: Shown): string {
  const { speaker, variants, corroboration } = quotation;
  const who = speaker.map(({ name }) => name).join(" and ") || "nobody named";
  const told = `${counted(corroboration.reports.length, "report")}, ${counted(corroboration.origins.length, "origin")}, ${counted(variants.length, "wording")}`;
  return [
    `${paint("cyan", who)}  ${paint("dim", told)}${shown.id(quotation.id)}`,
    ...variants.map((variant) => variantText(variant, story, shown)),
  ].join("\n");
}

export function addQuotes(program: Command): void {
  addStoryCommand(program, {
    name: "quotes",
    description:
      "what several reports quote, in all its wordings: what each left out, changed or paraphrased",
    examples: ["parley quotes reports/"],
    value: (story, view) => story.quotations(view),
    text: (quotations, story, shown) =>
      quotations.length === 0
        ? "no statement is told by more than one report"
        : quotations.map((quotation) => quotationText(quotation, story, shown)).join("\n\n"),
  });
}
