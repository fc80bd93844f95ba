import type { Command } from "commander";
import type { Question } from "../../record/question.ts";
import { paint, shorten } from "../show.ts";
import { addStoryCommand, type Shown } from "../story-command.ts";

function questionText({ kind, text, evidence, pair }: Question, { id }: Shown): string {
  const quotes = evidence.map(({ quote }) => `    ${paint("dim", `“${shorten(quote.text, 120)}”`)}`);
  return [`${paint("cyan", kind)}: ${text}${pair ? id(pair.join(" ")) : ""}`, ...quotes].join("\n");
}

export function addQuestions(program: Command): void {
  addStoryCommand(program, {
    name: "questions",
    description: "what a person could settle with one judgement each, the weightiest first",
    examples: ["parley questions reports/"],
    value: (story, view) => story.questions(view),
    text: (questions, _story, shown) =>
      questions.length === 0 ? "no question" : questions.map((one) => questionText(one, shown)).join("\n\n"),
  });
}
