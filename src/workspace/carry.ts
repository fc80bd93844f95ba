/** A workspace as JSON Lines, to pass on or to move: the record with its quotes, and what people say of it. */
import { z } from "zod";
import { agendaSchema } from "../record/agenda.ts";
import { UserError } from "../record/diagnostic.ts";
import { type HumanJudgement, humanJudgementSchema } from "../record/human-judgement.ts";
import { KINDS, type Reading, SCHEMA_VERSION } from "../record/reading.ts";
import type { Store } from "../store/store.ts";
import { VERSION } from "../version.ts";
import type { ReadWith, Settings } from "./ingest.ts";
import type { Added, AddOptions } from "./workspace.ts";

const FORMAT = 1;

export interface ExportOptions {
  /** The publishers' whole texts too; only such an export brings reports back. */
  readonly withTexts?: boolean;
}

export interface Imported {
  readonly reports: number;
  readonly judgements: number;
  /** Reports whose text the export does not hold. */
  readonly withoutText: number;
}

function line(kind: string, fields: object): string {
  return `${JSON.stringify({ kind, ...fields })}\n`;
}

/** A reading as it may be passed on: quotes, but neither the text nor the sentences from which nothing was taken. */
function quotesOf(reading: Reading) {
  const { text: _, ...report } = reading.report;
  const findings = Object.fromEntries(KINDS.map((kind) => [kind, reading[kind]]));
  const { schema, program, models, coverage } = reading;
  const silent = coverage.silent.map(({ start, end }) => ({ start, end }));
  return { schema, program, models, report, ...findings, coverage: { ...coverage, silent } };
}

/** The lines of a workspace; the same workspace gives the same bytes. */
export async function* exported(store: Store, { withTexts = false }: ExportOptions): AsyncGenerator<string> {
  const settings: Record<string, unknown> = {};
  for (const name of ["agenda", "aliases"]) {
    const value = await store.setting(name);
    if (value !== undefined) settings[name] = JSON.parse(value);
  }
  yield line("workspace", { format: FORMAT, schema: SCHEMA_VERSION, program: VERSION, settings });
  const seen = new Set<string>();
  for (const { address, report } of await store.arrivals()) {
    const [reading, given] = [await store.reading(report), await store.given(report)];
    if (!reading || given === undefined) continue;
    const isFirst = !seen.has(report);
    seen.add(report);
    const how = JSON.parse(given) as ReadWith;
    if (!withTexts) {
      if (isFirst) yield line("report", { id: report, how, reading: quotesOf(reading) });
      continue;
    }
    const original = isFirst ? await store.original(report) : undefined;
    yield line("report", {
      id: report,
      address,
      how,
      ...(original && { original: Buffer.from(original).toString("base64"), reading }),
    });
  }
  for (const judgement of await store.judgements()) yield line("judgement", { judgement });
}

const lineSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("workspace"),
    format: z.int(),
    settings: z.object({
      agenda: agendaSchema.exactOptional(),
      aliases: z.array(z.tuple([z.string()], z.string())).exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal("report"),
    id: z.string(),
    address: z.string().exactOptional(),
    how: z.record(z.string(), z.unknown()),
    original: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal("judgement"), judgement: humanJudgementSchema }),
]);

function parsed(text: string, number: number): z.infer<typeof lineSchema> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new UserError(`line ${number} is no JSON; import takes what parley export has written`);
  }
  const result = lineSchema.safeParse(data);
  if (!result.success) throw new UserError(`line ${number} is nothing that parley export writes`);
  return result.data;
}

export interface Taking {
  readonly add: (bytes: Uint8Array, options: AddOptions) => Promise<Added>;
  readonly adopt: (judgement: HumanJudgement) => Promise<boolean>;
  /** Takes over how the reports were read. */
  readonly configure: (settings: Settings) => Promise<void>;
}

/**
 * Takes the lines of an export in: reports are read again from their originals, judgements stay as they are.
 * @throws UserError at the first line that is none of an export; what came before it is kept
 */
export async function imported(
  lines: AsyncIterable<string>,
  { add, adopt, configure }: Taking,
  progress?: (lines: number) => void,
): Promise<Imported> {
  const originals = new Map<string, string>();
  let [number, reports, judgements, withoutText] = [0, 0, 0, 0];
  for await (const text of lines) {
    number++;
    if (text.trim() === "") continue;
    const one = parsed(text, number);
    if (one.kind === "workspace" && one.format > FORMAT) {
      throw new UserError("this export was written by a later version of Parley; use that one");
    }
    if (one.kind === "workspace") await configure(one.settings);
    if (one.kind === "judgement" && (await adopt(one.judgement as HumanJudgement))) judgements++;
    if (one.kind === "report") {
      const original = one.original ?? originals.get(one.id);
      if (original === undefined) {
        withoutText++;
      } else {
        if (one.original !== undefined) originals.set(one.id, original);
        const how = one.how as ReadWith;
        const address = one.address === undefined ? {} : { address: one.address };
        const { state } = await add(new Uint8Array(Buffer.from(original, "base64")), { ...how, ...address });
        if (state !== "known" && state !== "unreadable") reports++;
      }
    }
    progress?.(number);
  }
  return { reports, judgements, withoutText };
}
