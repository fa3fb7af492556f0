import { obeyedEscaped } from "../../model/obeyed-escaped.ts";
import type { ReportDocument } from "../../plan/report/report-document.ts";

/** A report for other programs, as `schemas/report.schema.json` describes it: a line a row, a resource, a step. */
export const renderReportJson = (report: ReportDocument): string =>
  `{${Object.entries(report).map(([key, value]) => `\n${JSON.stringify(key)}: ${memberJson(value)}`).join(",")}\n}\n`;

const memberJson = (value: unknown): string =>
  Array.isArray(value) && value.length > 0
    ? `[\n${value.map((item) => obeyedEscaped(JSON.stringify(item))).join(",\n")}\n]`
    : obeyedEscaped(JSON.stringify(value));
