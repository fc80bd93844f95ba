/** MCP over HTTP: each message is answered by itself; no session is kept. */
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { bytesOf } from "../body.ts";
import { Refusal } from "../refusal.ts";
import type { Library } from "./library.ts";
import { mcpServer } from "./server.ts";

const MOST = 1 << 20;

/** @throws Refusal where the body is too long or no JSON */
export async function answerMcp(library: Library, request: Request): Promise<Response> {
  if (request.method !== "POST") {
    return new Response(null, { status: 405, headers: { allow: "POST" } });
  }
  const bytes = await bytesOf(request, MOST);
  let message: unknown;
  try {
    message = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Refusal(400, "the body is no JSON");
  }
  const server = mcpServer(library);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  const response = await transport.handleRequest(request, { parsedBody: message });
  await server.close();
  return response;
}
