/**
 * Parley's public API: bytes in, readings out; readings in, a story out.
 */
export { loadAgenda, loadAliases } from "./findings/settings.ts";
export { type ReadOptions, read } from "./read.ts";
export type { Diagnostic } from "./record/diagnostic.ts";
export { UserError } from "./record/diagnostic.ts";
export type { Reading } from "./record/reading.ts";
export type { Format, OutputFile, WriteOptions } from "./share/format.ts";
export { formats } from "./share/formats.ts";
export { toMarkdown } from "./share/markdown.ts";
export { audit } from "./story/audit/audit.ts";
export { type StoryGroup, storiesAmong } from "./story/stories-among.ts";
export type { Story, View } from "./story/story.ts";
export { Growing, tell } from "./story/tell.ts";
export { VERSION } from "./version.ts";
