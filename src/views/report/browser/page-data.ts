import type { Language } from "../../../messages/language.ts";
import type { Address } from "../../../model/address.ts";
import type { Step } from "../../../model/step.ts";
import type { ReportDocument, ReportedResource, ReportRow } from "../../../plan/report/report-document.ts";
import type { ReportHead, ReportSource } from "../details/report-scene.ts";
import type { MatrixIndex } from "../matrix/matrix-index.ts";
import type { Coded, Packed } from "../pack.ts";
import { createReader } from "../reader.ts";

/** What the page needs at once; the report itself comes after it, and is read where somebody looks behind a cell. */
export interface PageData {
  readonly language: Language;
  readonly timeZone: string;
  readonly index: Packed;
}

export const readIndex = ({ index }: PageData): MatrixIndex => createReader(index).read(index.root) as MatrixIndex;

export interface OpenedReport extends ReportSource, Pick<ReportDocument, "shared"> {
  row(place: number): ReportRow | undefined;
  readonly rows: number;
}

/** The report, read piece by piece. */
export const openReport = ({ language, timeZone }: PageData, report: Packed): OpenedReport => {
  const reader = createReader(report);
  const list = (key: keyof ReportDocument): readonly Coded[] => reader.items(reader.member(report.root, key));
  const readFrom = (coded: Coded | undefined): unknown => (coded === undefined ? undefined : reader.read(coded));
  const rows = list("rows");
  const resources = new Map(list("resources").map((coded) => [readFrom(reader.member(coded, "address")) as Address, coded]));
  const steps = new Map(list("steps").map((coded) => [readFrom(reader.member(coded, "number")) as number, coded]));
  return {
    head: Object.fromEntries(HEAD.map((key) => [key, readFrom(reader.member(report.root, key))])) as unknown as ReportHead,
    language,
    timeZone,
    shared: readFrom(reader.member(report.root, "shared")) as ReportDocument["shared"],
    rows: rows.length,
    row: (place) => readFrom(rows[place]) as ReportRow | undefined,
    resource: (address) => readFrom(resources.get(address)) as ReportedResource | undefined,
    step: (number) => readFrom(steps.get(number)) as Step | undefined,
  };
};

const HEAD = ["createdAt", "topology", "offline", "network", "summary", "notices"] as const satisfies readonly (keyof ReportHead)[];
