import { createColors } from "picocolors";
import type { Language } from "../../messages/language.ts";
import { runReportMessages, type RunReportWords } from "../../messages/run-report-messages.ts";
import type { Address } from "../../model/address.ts";
import type { PlanDocument, PlannedResource } from "../../plan/plan-document.ts";
import { createApplyView } from "../apply-text.ts";
import { nameAddress } from "../text/names.ts";
import { setScene, type Scene } from "../text/scene.ts";
import type { ToldRun } from "./told-run.ts";

/** How a run is told: in which language, in whose time. */
export interface RunReportOptions {
  readonly language: Language;
  readonly timeZone: string;
  /** Tells comments of several configurations in one repository apart. */
  readonly place?: string;
}

/** What the reports of a run have in common. */
export interface RunScene {
  readonly told: ToldRun;
  readonly scene: Scene;
  readonly words: RunReportWords;
}

export const setRunScene = (told: ToldRun, options: RunReportOptions): RunScene => ({
  told,
  scene: setScene(told.document, options),
  words: runReportMessages(options.language),
});

/** `lyon, espace « Factures émises » (production)` */
export const claimText = (address: Address, { words }: Scene): string => {
  const { name, claim } = nameAddress(address, { words });
  const environment = words.words.environments[address.startsWith("production/") ? "production" : "qualification"];
  return `${name}, ${claim} (${environment})`;
};

/** Was true, is not, and nobody accepted that. */
export const regressionsOf = ({ document }: Pick<ToldRun, "document">): readonly PlannedResource[] =>
  document.resources.filter(({ drifted }) => drifted === true);

/** What happened, a line for what is alike. */
export const happenedLines = ({ told, scene }: RunScene, timeZone: string): readonly string[] => {
  const view = createApplyView({ language: scene.language, palette: createColors(false), width: ONE_LINE, timeZone });
  const text = told.events.map((event) => view.push(event)).join("") + view.end();
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
};

/** What a plan rests on that does not rest on the state that the configuration names. */
export const otherState = (document: PlanDocument, words: RunReportWords, { dates }: Scene): readonly string[] => {
  if (document.state === undefined) return [];
  const latest = latestProof({ document });
  return [words.restsOn[document.state](latest === undefined ? undefined : dates.at(latest))];
};

/** When something was last seen, of all that is known; undefined where nothing is. */
export const latestProof = ({ document }: Pick<ToldRun, "document">) =>
  document.resources
    .flatMap(({ conditions }) => conditions.flatMap(({ proof, provenAt }) => (proof === "verified" && provenAt !== undefined ? [provenAt] : [])))
    .reduce<(typeof document)["createdAt"] | undefined>((latest, at) => (latest === undefined || at > latest ? at : latest), undefined);

const ONE_LINE = 100_000;
