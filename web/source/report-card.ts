import type { ReportHead } from "../../src/record/report.ts";
import type { ReportCard } from "./story-source.ts";

/** What a report is called in lists. */
export function nameOf(report: ReportHead): string {
  return report.title?.value ?? report.file?.split("/").at(-1) ?? report.outlet?.value ?? report.id;
}

export function cardOf(report: ReportHead): ReportCard {
  return {
    id: report.id,
    name: nameOf(report),
    ...(report.title ? { title: report.title.value } : {}),
    ...(report.outlet ? { outlet: report.outlet.value } : {}),
    ...(report.url ? { url: report.url.value } : {}),
    ...(report.published.value ? { published: report.published.value } : {}),
  };
}
