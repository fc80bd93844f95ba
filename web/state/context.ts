import { getContext, setContext } from "svelte";
import type { Page } from "./page.svelte.ts";

const KEY = Symbol("page");

/** The page that a component stands on. */
export function getPage(): Page {
  return getContext<Page>(KEY);
}

export function setPage(page: Page): Page {
  return setContext(KEY, page);
}
