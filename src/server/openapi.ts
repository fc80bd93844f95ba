/** The description of the API (OpenAPI 3.1), made from the lists of routes and acts and the schemas of the record. */
import { z } from "zod";
import { VERSION } from "../version.ts";
import type { Act } from "./act.ts";
import { acts } from "./acts.ts";
import { refusalSchema } from "./refusal.ts";
import type { Question } from "./route.ts";
import { questions } from "./routes.ts";

type Json = Readonly<Record<string, unknown>>;

/** Schemas by name as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks; what has an id stands among the components. */
class Components {
  readonly schemas: Record<string, unknown> = {};

  /** The schema of values, as they are sent (`output`) or taken (`input`). */
  of(schema: z.ZodType, io: "input" | "output" = "output"): Json {
    // Within an object, a schema that has an id comes as a reference.
    const whole = z.toJSONSchema(z.object({ it: schema }), { io, target: "draft-2020-12" });
    const text = JSON.stringify(whole).replaceAll('"#/$defs/', '"#/components/schemas/');
    const moved = JSON.parse(text) as { properties: { it: Json }; $defs?: Json };
    for (const [name, one] of Object.entries(moved.$defs ?? {})) {
      const { id: _id, ...rest } = one as Json;
      this.schemas[name] = rest;
    }
    return moved.properties.it;
  }
}

function parametersOf(path: string, query: z.ZodObject | undefined, components: Components): Json[] {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const asked = Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const { description, ...rest } = components.of(schema as z.ZodType, "input");
    const isOptional = z.object({ it: schema as z.ZodType }).safeParse({}).success;
    return {
      name,
      in: "query",
      required: !isOptional,
      ...(description ? { description } : {}),
      schema: rest,
    };
  });
  return [...named, ...asked];
}

const REFUSED = {
  description: "why this cannot be answered (RFC 9457)",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Refusal" } } },
};

function questionOperation(route: Question, components: Components): Json {
  const headers = {
    ETag: { description: "the edition of the record", schema: { type: "string" } },
    ...(route.paged
      ? { Link: { description: 'the next page, rel="next"', schema: { type: "string" } } }
      : {}),
  };
  const schema = components.of(route.value);
  const markdown = route.name === "brief" ? { "text/markdown": { schema: { type: "string" } } } : {};
  return {
    operationId: route.name,
    summary: route.summary,
    parameters: parametersOf(route.path, route.query, components),
    responses: {
      200: { description: route.summary, headers, content: { "application/json": { schema }, ...markdown } },
      304: { description: "nothing has changed since the edition that If-None-Match names" },
      default: REFUSED,
    },
  };
}

function actOperation(act: Act, components: Components): Json {
  const content = Object.fromEntries(
    Object.entries(act.takes ?? {}).map(([type, schema]) => [
      type,
      schema ? { schema: components.of(schema, "input") } : {},
    ]),
  );
  const { status, type = "application/json", value } = act.gives;
  const answer = value ? { content: { [type]: { schema: components.of(value) } } } : {};
  return {
    operationId: act.name,
    summary: act.summary,
    parameters: parametersOf(act.path, act.query, components),
    ...(act.takes ? { requestBody: { required: true, content } } : {}),
    responses: { [status]: { description: act.summary, ...answer }, default: REFUSED },
    ...(act.writes ? { security: [{ token: [] }] } : {}),
  };
}

function described(): Json {
  const components = new Components();
  const paths: Record<string, Record<string, unknown>> = {};
  const put = (path: string, method: string, operation: Json) => {
    paths[`/api${path}`] = { ...paths[`/api${path}`], [method]: operation };
  };
  for (const route of questions) put(route.path, "get", questionOperation(route, components));
  for (const act of acts) put(act.path, act.method, actOperation(act, components));
  components.of(refusalSchema);
  return {
    openapi: "3.1.1",
    info: {
      title: "Parley",
      version: VERSION,
      description: "The record of a negotiation, every line on a quote.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: components.schemas,
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "as `parley token` makes it" },
      },
    },
  };
}

let text: string | undefined;

/** The description as JSON; made once. */
export function openapiText(): string {
  text ??= JSON.stringify(described());
  return text;
}
