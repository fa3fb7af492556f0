import type { Language } from "../../src/messages/language.ts";
import { plan } from "../../src/plan/plan.ts";
import type { ReportDocument } from "../../src/plan/report/report-document.ts";
import { reportOf } from "../../src/plan/report/report-of.ts";
import { renderReportHtml } from "../../src/views/report/report-html.ts";
import { clientsInput } from "../support/report-world.ts";

export const reportOfClients = async (count: number, names: readonly string[] = []): Promise<ReportDocument> => reportOf(plan(await clientsInput(count, names)));

export const toHtml = (report: ReportDocument, language: Language = "fr"): string => renderReportHtml(report, { language, timeZone: "Europe/Paris", version: "0.1.0" });

/** Every client of a report so many times, each under codes of its own: large, without observing as many. */
export const manyTimes = (report: ReportDocument, times: number): ReportDocument => {
  const text = JSON.stringify({ rows: report.rows.filter(({ client }) => client !== undefined), resources: report.resources.filter(({ client }) => client !== undefined) });
  const copies = Array.from({ length: times }, (_, copy) => JSON.parse(text.replaceAll(/C(\d{5})/g, (_code, digits: string) => `C${copy}${digits}`)) as Pick<ReportDocument, "rows" | "resources">);
  return {
    ...report,
    rows: [...report.rows.filter(({ client }) => client === undefined), ...copies.flatMap(({ rows }) => rows)],
    resources: [...report.resources.filter(({ client }) => client === undefined), ...copies.flatMap(({ resources }) => resources)],
  };
};

/** Names that would be markup, script, a formula or another name, were they not shown as they are. */
export const HOSTILE = [
  "</script><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "=cmd|'/C calc'!A0",
  "\u202Egnp.exe",
  "<!--<script>",
  "javascript:alert(1)",
  "${alert(1)}{{constructor.constructor('alert(1)')()}}",
  "a\u0000b\u001b[2J",
  "é".repeat(300),
];
