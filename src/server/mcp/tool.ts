/** A tool of the MCP server: what it takes, what it gives, and how that reads. */
import type { z } from "zod";
import type { Library } from "./library.ts";

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  readonly run: (
    library: Library,
    input: unknown,
  ) => Promise<{ readonly value: object; readonly text: string }>;
}

interface Definition<Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  readonly answer: (library: Library, input: z.output<Input>) => Promise<z.output<Output>>;
  /** The answer for one who reads. */
  readonly text: (value: z.output<Output>) => string;
}

export function tool<Input extends z.ZodObject, Output extends z.ZodObject>(
  definition: Definition<Input, Output>,
): Tool {
  const { answer, text, ...rest } = definition;
  return {
    ...rest,
    run: async (library, input) => {
      const value = await answer(library, input as z.output<Input>);
      return { value, text: text(value) };
    },
  };
}
