import { createHash } from "node:crypto";

/**
 * The address of a file, by where it lies on this machine: the same for the same path, but not the path, which is
 * nobody's business once a workspace is passed on.
 */
export function fileAddress(path: string): string {
  return `file:${createHash("sha256").update(path).digest("hex").slice(0, 16)}`;
}
