import { svelte, vitePreprocess } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

/** `vite web` serves the page from the sources while it is worked on; `tools/page.ts` builds it. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  resolve: {
    alias: {
      "any-ascii": `${import.meta.dirname}/source/ascii.ts`,
    },
  },
  plugins: [svelte({ preprocess: vitePreprocess(), configFile: false })],
});
