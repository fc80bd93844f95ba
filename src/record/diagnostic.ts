import { z } from "zod";
import type { Immutable } from "./immutable.ts";

/** Something a user should know about an input: data, never a throw. */
export const diagnosticSchema = z
  .object({
    code: z.string().describe("stable kebab-case name, e.g. 'empty-file'"),
    severity: z.enum(["error", "warning", "info"]).describe("error: nothing could be read"),
    message: z.string().describe("in words a user understands"),
    where: z
      .object({
        file: z.string().exactOptional(),
        line: z.int().min(1).exactOptional(),
        start: z.int().min(0).exactOptional(),
        end: z.int().min(0).exactOptional(),
      })
      .exactOptional(),
  })
  .meta({ id: "Diagnostic" });
export type Diagnostic = Immutable<z.infer<typeof diagnosticSchema>>;

/** Trouble that is the caller's to mend: the CLI and the API show its message in one line. Everything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = "UserError";
}
