/** Every question that the API answers. A new one is one entry in one of these lists. */
import type { Question, Route } from "./route.ts";
import { judgementRoutes } from "./routes/judgements.ts";
import { reportRoutes } from "./routes/reports.ts";
import { storyRoutes } from "./routes/story.ts";
import { search } from "./searching.ts";

/** What is answered from the story. */
export const routes: readonly Route[] = [...reportRoutes, ...storyRoutes, ...judgementRoutes];

export const questions: readonly Question[] = [...routes, search];
