import { environmentOf } from "../model/address.ts";
import type { EnvironmentName } from "../model/environment.ts";
import { onPage, pagePlace, type Page } from "../model/page.ts";
import type { Step } from "../model/step.ts";
import type { PlanDocument } from "../plan/plan-document.ts";
import { acceptedLines } from "./text/accepted.ts";
import { sharedCauses } from "./text/causes.ts";
import { closingLines } from "./text/closing.ts";
import { BLANK, renderLines, spaced, type Line } from "./text/layout.ts";
import { noticeLines } from "./text/notices.ts";
import { environmentHeading, headerLine, staleFacts, type RunCost } from "./text/plan-header.ts";
import { receivedLines } from "./text/received.ts";
import { refusalLines } from "./text/refusals.ts";
import { shellWord } from "./text/shell-word.ts";
import { setScene, type Scene, type ScreenOptions } from "./text/scene.ts";
import { stepsMeant } from "../model/select-actors.ts";
import { sessionHeading, toSessions, type Session } from "./text/sessions.ts";
import { stepLines } from "./text/step-lines.ts";
import { unknownLines } from "./text/unknowns.ts";
import { unbroken } from "./text/wrap.ts";

export interface PlanTextOptions extends ScreenOptions {
  readonly run?: RunCost;
  /** Only this actor's steps are listed: a role, a name, or a part of the label. */
  readonly actor?: string;
  /** Of the steps that are listed, in their order; of all of which nothing is then left out. */
  readonly page?: Page;
}

/** A plan as a person reads it: what was seen, what to do, what will prove it. */
export const renderPlanText = (document: PlanDocument, options: PlanTextOptions): string => {
  const scene = setScene(document, options);
  const { actor } = options;
  const listed = actor === undefined ? document.steps : stepsMeant(document.steps, actor);
  // Piece by piece: of one person's tens of thousands of steps the text is long, and what it is made from longer.
  let text = "";
  for (const lines of planParts(scene, listed, options)) text += renderLines(lines, options);
  return text;
};

function* planParts(scene: Scene, listed: readonly Step[], { run, actor, page }: PlanTextOptions): Iterable<readonly Line[]> {
  yield [headerLine(scene, run)];
  const environments = environmentsInOrder(scene.document);
  const shown = page === undefined ? listed : onPage(environments.flatMap((one) => listed.filter(({ environment }) => environment === one)), page);
  for (const environment of environments) {
    yield [BLANK];
    yield* environmentParts(environment, shown, scene, { isPart: page !== undefined || actor !== undefined, most: page === undefined ? MOST_SESSIONS : shown.length });
  }
  if (page !== undefined) yield [BLANK, { indent: 2, text: scene.words.plan.page(pagePlace(listed.length, page)), style: "quiet" }];
  yield [...spaced(noticeLines(scene)), BLANK, ...closingLines(scene, listed, actor)];
}

/** What it all comes to, environment by environment, without the steps: what an apply ends with. */
export const renderPlanSummary = (document: PlanDocument, options: PlanTextOptions): string => {
  const scene = setScene(document, options);
  const headings = document.environments.flatMap((summary) => [environmentHeading(summary, scene), ...refusalLines(summary.environment, scene)]);
  return renderLines([...headings, BLANK, ...closingLines(scene, document.steps, options.actor)], options);
};

/** Those with steps, as the steps come; then the others. */
const environmentsInOrder = ({ steps, environments }: PlanDocument): readonly EnvironmentName[] => [
  ...new Set([...steps, ...environments].map(({ environment }) => environment)),
];

function* environmentParts(environment: EnvironmentName, listed: readonly Step[], scene: Scene, { isPart, most }: { readonly isPart: boolean; readonly most: number }): Iterable<readonly Line[]> {
  const summary = scene.document.environments.find((one) => one.environment === environment);
  const sessions = toSessions(listed.filter((step) => step.environment === environment));
  yield [...(summary === undefined ? [] : [environmentHeading(summary, scene)]), ...receivedLines(environment, scene), ...staleLines(environment, scene)];
  for (const session of sessions.slice(0, most)) yield* sessionParts(session, scene, isPart);
  yield moreSessions(sessions.slice(most), scene);
  if (!isPart) yield [...spaced(acceptedLines(environment, scene)), ...spaced(unknownLines(environment, scene))];
}

/** All of somebody's steps, or of a page, where they are asked for; else as many as one may want to read among those of others. */
function* sessionParts(session: Session, scene: Scene, isPart: boolean): Iterable<readonly Line[]> {
  const told = new Set<string>();
  const most = isPart ? session.steps.length : MOST_STEPS;
  yield [BLANK, { indent: 2, text: sessionHeading(session, scene), style: "person" }];
  for (const step of session.steps.slice(0, most)) yield stepLines(step, told, scene);
  yield moreSteps(session, session.steps.length - most, scene);
}

const moreSteps = ({ actor }: Session, count: number, { words }: Scene): readonly Line[] =>
  count <= 0 ? [] : [{ indent: 2, text: words.plan.moreSteps(count, unbroken(`chorus plan --actor ${shellWord(actor.name ?? actor.role)}`)), style: "quiet" }];

const moreSessions = (rest: readonly Session[], { words }: Scene): readonly Line[] => {
  if (rest.length === 0) return [];
  const steps = rest.reduce((sum, session) => sum + session.steps.length, 0);
  return spaced([{ indent: 2, text: words.plan.moreSessions(rest.length, steps), style: "quiet" }]);
};

/** Offline, everything is as it was recorded and the first line says so. */
const staleLines = (environment: EnvironmentName, scene: Scene): readonly Line[] => {
  const { document, dates, words } = scene;
  const { count, oldest } = staleFacts(scene, environment);
  if (document.offline || oldest === undefined) return [];
  const text = words.plan.staleNow(count, dates.ago(oldest, document.createdAt));
  const stale = document.resources.filter(
    ({ address, conditions: [first] }) => environmentOf(address) === environment && first?.stale !== undefined && first.status === "true",
  );
  return [{ indent: 2, leads: [{ text: "~", width: 3, style: "doubt" }], text, style: "quiet" }, ...sharedCauses(stale, 5, scene)];
};

/** With thousands of clients a screen is no list: `--page`, `--actor` and JSON are. */
const MOST_SESSIONS = 40;
const MOST_STEPS = 100;
