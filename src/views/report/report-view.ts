import { reportMessages, type ReportWords } from "../../messages/report-messages.ts";
import type { Language } from "../../messages/language.ts";
import type { Address } from "../../model/address.ts";
import { groupBy } from "../../model/group-by.ts";
import type { ReportDocument, ReportedResource } from "../../plan/report/report-document.ts";
import { REPORT_MARKS, type ReportMark } from "../../plan/report/report-mark.ts";
import { nameAddress } from "../text/names.ts";
import type { Scene } from "../text/scene.ts";
import { reportScene } from "./details/report-scene.ts";
import { whereTexts } from "../text/plan-header.ts";

/** A report with the words to tell it. */
export interface ReportView {
  readonly report: ReportDocument;
  readonly words: ReportWords;
  readonly scene: Scene;
  /** A number as the language groups its digits. */
  readonly count: (number: number) => string;
  /** How many rows of an environment stand how, those that ask for most first. */
  readonly marksOf: (environment: string) => readonly (readonly [mark: ReportMark, rows: number])[];
  readonly resources: ReadonlyMap<string, ReportedResource>;
  /** What an address is about, by what people call it: `Mairie exemple (C01288), compte technique`. */
  readonly claimed: (address: Address) => string;
}

export interface ReportOptions {
  readonly language: Language;
  readonly timeZone: string;
  /** Of Chorus. */
  readonly version: string;
}

export const viewReport = (report: ReportDocument, { language, timeZone }: ReportOptions): ReportView => {
  const numbers = new Intl.NumberFormat(language);
  const byEnvironment = groupBy(report.rows, ({ environment }) => environment as string);
  const scene = reportScene({ head: report, language, timeZone });
  const noms = new Map(report.rows.flatMap(({ subject, name, nom }) => (subject !== "structure" || nom === undefined ? [] : [[name, nom] as const])));
  return {
    report,
    words: reportMessages(language),
    scene,
    count: (number) => numbers.format(number),
    resources: new Map(report.resources.map((resource) => [resource.address, resource])),
    claimed: (address) => {
      const { name, claim } = nameAddress(address, scene);
      const nom = noms.get(name);
      return `${nom === undefined ? name : `${nom} (${name})`}, ${claim}`;
    },
    marksOf: (environment) => {
      const byMark = groupBy(byEnvironment.get(environment) ?? [], ({ mark }) => mark);
      return REPORT_MARKS.flatMap((mark) => {
        const rows = byMark.get(mark)?.length ?? 0;
        return rows === 0 ? [] : [[mark, rows] as const];
      });
    },
  };
};

/** What it rests on, and of when it is. */
export const madeOf = ({ report, words, scene }: ReportView): string => {
  const [oldest] = report.environments.flatMap(({ oldestProofAt }) => oldestProofAt ?? []).toSorted();
  const age = oldest === undefined ? undefined : scene.dates.ago(oldest, report.createdAt);
  return [words.madeAt(scene.dates.at(report.createdAt)), ...(report.offline ? [words.recorded(age)] : []), ...whereTexts(report, scene)].join(" · ");
};
