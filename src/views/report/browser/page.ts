import { messages } from "../../../messages/messages.ts";
import { reportMessages, type ReportWords } from "../../../messages/report-messages.ts";
import type { Messages } from "../../../messages/shape.ts";
import type { KindName } from "../../../model/address.ts";
import { createDates, type Dates } from "../../text/dates.ts";
import { toMatrix, type Matrix } from "../matrix/matrix.ts";
import type { Packed } from "../pack.ts";
import { openReport, readIndex, type OpenedReport, type PageData } from "./page-data.ts";

/** What every part of the page needs. */
export interface Page {
  readonly matrix: Matrix;
  readonly words: ReportWords;
  readonly chorus: Messages;
  readonly dates: Dates;
  readonly count: (number: number) => string;
  readonly stageName: (kind: KindName) => string;
  /** What stands behind the table; undefined while it is still being loaded. */
  readonly report: () => OpenedReport | undefined;
}

export const createPage = (data: PageData): Page => {
  const chorus = messages(data.language);
  const numbers = new Intl.NumberFormat(data.language);
  let opened: OpenedReport | undefined;
  return {
    matrix: toMatrix(readIndex(data)),
    words: reportMessages(data.language),
    chorus,
    dates: createDates(chorus.dates, data.timeZone),
    count: (number) => numbers.format(number),
    stageName: (kind) => chorus.status.stages[kind],
    report: () => {
      // The element is there before all of its text is.
      const text = document.readyState === "loading" ? null : (document.getElementById("report-data")?.textContent ?? null);
      if (opened === undefined && text !== null) opened = openReport(data, JSON.parse(text) as Packed);
      return opened;
    },
  };
};
