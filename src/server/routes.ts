/** Every question that the API answers from the story. A new one is one entry in one of these lists. */
import type { Route } from "./route.ts";
import { judgementRoutes } from "./routes/judgements.ts";
import { reportRoutes } from "./routes/reports.ts";
import { storyRoutes } from "./routes/story.ts";

export const routes: readonly Route[] = [...reportRoutes, ...storyRoutes, ...judgementRoutes];
