/** What is said where no answer can be given: problem details after RFC 9457. */
import { z } from "zod";

export const refusalSchema = z
  .object({
    type: z.string().describe("'about:blank': the status says it all"),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe("in words, for the one who asked"),
    errors: z
      .array(z.object({ where: z.string().describe("a parameter, or a JSON pointer"), what: z.string() }))
      .exactOptional()
      .describe("what is wrong where"),
  })
  .meta({ id: "Refusal" });

const TITLES = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  421: "Misdirected Request",
  422: "Unprocessable Content",
  500: "Internal Server Error",
  503: "Service Unavailable",
} as const;
export type RefusalStatus = keyof typeof TITLES;

interface Fault {
  readonly where: string;
  readonly what: string;
}

/** Thrown where a request cannot be answered, and shown to the one who asked. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: RefusalStatus;
  readonly errors: readonly Fault[] | undefined;

  constructor(status: RefusalStatus, detail: string, errors?: readonly Fault[]) {
    super(detail);
    this.status = status;
    this.errors = errors;
  }

  /** The problem details, as they are sent. */
  toJSON() {
    const { status, message: detail, errors } = this;
    return { type: "about:blank", title: TITLES[status], status, detail, ...(errors ? { errors } : {}) };
  }
}

/** The value, or a refusal that names every place where the input is not what the schema says. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  status: RefusalStatus,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue): Fault[] => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ where: key, what: "is not known here" }));
    }
    return [{ where: issue.path.join("/"), what: issue.message }];
  });
  const detail = errors.map(({ where, what }) => (where ? `${where}: ${what}` : what)).join("; ");
  throw new Refusal(status, detail, errors);
}
