import { environmentOf } from "../model/address.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Step } from "../model/step.ts";
import type { PlanDocument } from "../plan/plan-document.ts";
import { acceptedLines } from "./text/accepted.ts";
import { sharedCauses } from "./text/causes.ts";
import { closingLines } from "./text/closing.ts";
import { BLANK, renderLines, spaced, type Line } from "./text/layout.ts";
import { noticeLines } from "./text/notices.ts";
import { environmentHeading, headerLine, staleFacts, type RunCost } from "./text/plan-header.ts";
import { receivedLines } from "./text/received.ts";
import { setScene, type Scene, type ScreenOptions } from "./text/scene.ts";
import { stepsMeant } from "../model/select-actors.ts";
import { sessionHeading, toSessions, type Session } from "./text/sessions.ts";
import { stepLines } from "./text/step-lines.ts";
import { unknownLines } from "./text/unknowns.ts";

export interface PlanTextOptions extends ScreenOptions {
  readonly run?: RunCost;
  /** Only this actor's steps are listed: a role, a name, or a part of the label. */
  readonly actor?: string;
}

/** A plan as a person reads it: what was seen, what to do, what will prove it. */
export const renderPlanText = (document: PlanDocument, options: PlanTextOptions): string => {
  const scene = setScene(document, options);
  const { actor } = options;
  const listed = actor === undefined ? document.steps : stepsMeant(document.steps, actor);
  const lines = [
    headerLine(scene, options.run),
    ...environmentsInOrder(document).flatMap((environment) => [
      BLANK,
      ...environmentLines(environment, listed, scene, actor !== undefined),
    ]),
    ...spaced(noticeLines(scene)),
    BLANK,
    ...closingLines(scene, listed, actor),
  ];
  return renderLines(lines, options);
};

/** What it all comes to, environment by environment, without the steps: what an apply ends with. */
export const renderPlanSummary = (document: PlanDocument, options: PlanTextOptions): string => {
  const scene = setScene(document, options);
  const headings = document.environments.map((summary) => environmentHeading(summary, scene));
  return renderLines([...headings, BLANK, ...closingLines(scene, document.steps, options.actor)], options);
};

/** Those with steps, as the steps come; then the others. */
const environmentsInOrder = ({ steps, environments }: PlanDocument): readonly EnvironmentName[] => [
  ...new Set([...steps, ...environments].map(({ environment }) => environment)),
];

const environmentLines = (environment: EnvironmentName, listed: readonly Step[], scene: Scene, filtered: boolean): readonly Line[] => {
  const summary = scene.document.environments.find((one) => one.environment === environment);
  const sessions = toSessions(listed.filter((step) => step.environment === environment));
  const shown = sessions.slice(0, MOST_SESSIONS);
  return [
    ...(summary === undefined ? [] : [environmentHeading(summary, scene)]),
    ...receivedLines(environment, scene),
    ...staleLines(environment, scene),
    ...shown.flatMap((session) => [BLANK, ...sessionLines(session, scene)]),
    ...moreSessions(sessions.slice(MOST_SESSIONS), scene),
    ...(filtered ? [] : spaced(acceptedLines(environment, scene))),
    ...(filtered ? [] : spaced(unknownLines(environment, scene))),
  ];
};

const sessionLines = (session: Session, scene: Scene): readonly Line[] => {
  const told = new Set<string>();
  return [
    { indent: 2, text: sessionHeading(session, scene), style: "person" },
    ...session.steps.flatMap((step) => stepLines(step, told, scene)),
  ];
};

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

/** With thousands of clients a screen is no list: `--actor` and JSON are. */
const MOST_SESSIONS = 40;
