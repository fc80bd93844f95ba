/** Starts the page: with the readings that lie in the file, else with the server that sent it. */
import { mount } from "svelte";
import App from "./app.svelte";
import { localSource } from "./source/local.ts";
import { remoteSource } from "./source/remote.ts";
import { applyTheme, keptTheme } from "./state/theme.ts";

applyTheme(keptTheme());
/** The text of an element that holds data; the text has then been handed on, and is let go. */
function held(id: string, otherwise: string): string {
  const element = document.getElementById(id);
  const text = element?.textContent ?? otherwise;
  element?.remove();
  return text;
}

const key = document.getElementById("readings")?.dataset.key;
const source =
  key === undefined
    ? remoteSource("./api")
    : localSource(
        {
          readings: held("readings", "[]"),
          stories: held("stories", "[]"),
          judgements: held("judgements", "[]"),
          ascii: held("ascii", "{}"),
        },
        held("worker", ""),
        key,
      );
mount(App, { target: document.getElementById("page")!, props: { source } });
