import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Language } from "../../messages/language.ts";
import { defined } from "../../model/defined.ts";
import type { ReviewDocument } from "../../plan/review/review-document.ts";
import { sayDiagnostic } from "../diagnostics.ts";
import { workflowCommand, type CommandProperties } from "../formats/workflow-command.ts";
import { restLines, subjectLines } from "./review-lines.ts";
import { claimText, otherState, regressionsOf, setRunScene, type RunReportOptions, type RunScene } from "./run-scene.ts";
import type { ToldRun } from "./told-run.ts";
import { driftTitle } from "./drift-title.ts";

/** A run as annotations of GitHub: a warning for each regression, then what it all comes to. */
export const renderRunGithub = (told: ToldRun, options: RunReportOptions): string => {
  const { scene, words } = setRunScene(told, options);
  const { summary } = told.document;
  if (told.review !== undefined) return reviewNotice(told.review, { scene, words, told });
  const drifted = regressionsOf(told);
  const shown = drifted.length > MOST ? drifted.slice(0, MOST - 1) : drifted;
  const warnings = shown.map(({ address, conditions }) => {
    const since = conditions.find(({ wasTrue }) => wasTrue === true)?.since;
    const when = since === undefined ? "" : `, ${words.wasTrue(scene.dates.at(since))}`;
    return workflowCommand("warning", `${claimText(address, scene)}${when}`, { title: words.regressions(1) });
  });
  const rest = drifted.length - shown.length;
  const { stepsByHand: byHand, stepsByChorus: byChorus, stepsWaiting: waiting } = summary;
  const closing = scene.words.plan.closing({ ...summary, accepted: summary.accepted ?? 0, byHand, byChorus, waiting });
  return [
    ...warnings,
    ...(rest === 0 ? [] : [workflowCommand("warning", words.regressions(drifted.length), { title: words.title })]),
    workflowCommand("notice", told.drift === undefined ? closing : driftTitle(told.drift, words.drift), { title: words.title }),
  ].join("");
};

/** What a change changes. Why it must not go on is annotated as what ended the run. */
const reviewNotice = (review: ReviewDocument, { scene, words, told }: RunScene): string => {
  const subjects = subjectLines(review, words.review, scene).map(({ sign, name, rest }) => `${sign} ${name}${rest}`);
  const steps = (["added", "changed", "removed"] as const).flatMap((group) => (review.steps[group].length === 0 ? [] : [words.review.steps[group](review.steps[group].length)]));
  const lines = [...(subjects.length === 0 ? [words.review.nothing] : subjects), steps.length === 0 ? words.review.noStep : steps.join(", "), ...restLines(review, words.review), ...otherState(told.document, words, scene)];
  return workflowCommand("notice", lines.join("\n"), { title: words.review.title });
};

/** What ended a run, each where it stands in the configuration. */
export const renderDiagnosticsGithub = (diagnostics: readonly Diagnostic[], language: Language): string =>
  diagnostics
    .map((found) => {
      const { title, detail, hint } = sayDiagnostic(found, language);
      const { file, line, column: col, endColumn } = found.where ?? {};
      const place: CommandProperties = defined({ file, line, col, endColumn });
      return workflowCommand(found.severity, `${detail}\n${hint}`, { ...place, title: `${title} (${found.code})` });
    })
    .join("");

/** Of each level, GitHub shows ten annotations of a step and drops the rest. */
const MOST = 10;
