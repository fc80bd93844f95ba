#!/usr/bin/env node
// In the checkout the sources run as they are; the published package holds the built ones.
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";

const [major] = process.versions.node.split(".").map(Number);
if (major < 24) {
  console.error(`parley needs Node 24 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
enableCompileCache();
const source = new URL("../src/cli/main.ts", import.meta.url);
await import(existsSync(source) ? source.href : new URL("../dist/cli/main.js", import.meta.url).href);
