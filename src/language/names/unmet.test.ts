import { describe, expect, test } from "vitest";
import { parse } from "../parse.ts";
import { findNames } from "./find-names.ts";

/** "kind:text" of each name. */
function found(text: string): string[] {
  return findNames(parse(text)).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);
}

describe("names that nobody has met", () => {
  test.each([
    ["Radio Sarvel Libra said that nobody had been hurt.", "outlet:Radio Sarvel Libra"],
    ["He told the newspaper La Hoja del Lago that he would resign.", "outlet:La Hoja del Lago"],
    ["The report was carried by the Varnian News Agency on Monday.", "outlet:Varnian News Agency"],
    ["Trawlers were seen on the Orvel Bank, a stretch of shallow water.", "place:Orvel Bank"],
    ["They grow rice in the fields of Lower Tamisk.", "place:Lower Tamisk"],
    ["In Sharvad the Harbour Council met on Thursday.", "body:Harbour Council"],
    ["In Sharvad the Harbour Council met on Thursday.", "place:Sharvad"],
    ["Camps around Lomanga are short of water.", "place:Lomanga"],
  ])("%s holds %s", (text, name) => {
    expect(found(text)).toContain(name);
  });

  test("an office is nobody's name", () => {
    const text = "The plan was announced by the Minister of Trade and Government Spokesperson, Mr Odo Lund.";
    expect(found(text)).not.toContain("organisation:Government Spokesperson");
  });

  test("a state is named without what it calls itself", () => {
    const text = "The United Commonwealth of Belmark sent its ambassador home. Belmark's army moved north.";
    expect(found(text).filter((name) => name === "state:Belmark")).toHaveLength(2);
    expect(found("The brotherly State of Sarvel offered to mediate.").join()).not.toContain("State");
  });

  test("a bank that lends money stays one", () => {
    expect(found("The loan was granted by the Orvel Bank.")).toContain("organisation:Orvel Bank");
  });
});

describe("states by the company that they keep", () => {
  const others = "Belmark's army moved north. ";
  test.each([
    ["Belmark, Garland, Mersia and Sorland are to meet.", "Mersia"],
    ["The envoy to Mersia arrived on Monday, and Belmark's envoy to Mersia left.", "Mersia"],
    ["It would welcome officers from Mersia, with which it enjoys good relations.", "Mersia"],
  ])("%s", (text, state) => {
    expect(found(others + text)).toContain(`state:${state}`);
  });
});
