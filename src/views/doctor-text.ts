import type { Check, DoctorDocument, Examined } from "../doctor/doctor-document.ts";
import { doctorMessages } from "../messages/doctor-messages.ts";
import { messages } from "../messages/messages.ts";
import { createDates } from "./text/dates.ts";
import { checkLines, titleOf, type DoctorScene } from "./text/check-lines.ts";
import { countsOf, manyLines } from "./text/many-checks.ts";
import { BLANK, renderLines, type Line } from "./text/layout.ts";
import type { ScreenOptions } from "./text/scene.ts";

/** From the cable up, environment by environment: what was asked, what came, what waits on what, what to do. */
export const renderDoctorText = (document: DoctorDocument, options: ScreenOptions): string => {
  const words = messages(options.language);
  const scene: DoctorScene = {
    words,
    doctor: doctorMessages(options.language),
    dates: createDates(words.dates, options.timeZone),
    titles: new Map(document.environments.flatMap(({ checks }) => checks.map((check) => [check.id, check]))),
  };
  const lines = [
    { indent: 0, text: scene.doctor.header(scene.dates.at(document.createdAt), document.chorus), style: "heading" as const },
    ...document.environments.flatMap((examined) => [BLANK, ...environmentLines(examined, scene)]),
    BLANK,
    closingLine(document, scene),
  ];
  return renderLines(lines, options);
};

const environmentLines = ({ environment, checks, notTried }: Examined, scene: DoctorScene): readonly Line[] => {
  const { doctor, words } = scene;
  const counts = countsOf(checks, scene);
  const rest = notTried.applications + notTried.accounts;
  return [
    { indent: 0, text: `${words.words.environments[environment].toUpperCase()}${words.words.colon}${counts}`, style: "title" },
    BLANK,
    ...inGroups(checks).flatMap((group) => (group.length > MOST_LISTED ? manyLines(group, scene) : checkLines(group, scene))),
    ...(rest > 0 ? [{ indent: 2, text: doctor.notTried(notTried.applications, notTried.accounts), style: "quiet" as const }] : []),
  ];
};

/** Checks of one name that stand together. */
const inGroups = (checks: readonly Check[]): readonly (readonly Check[])[] => {
  const groups: Check[][] = [];
  for (const check of checks) {
    const last = groups.at(-1);
    if (last?.[0]?.check === check.check) last.push(check);
    else groups.push([check]);
  }
  return groups;
};

const closingLine = ({ summary, environments }: DoctorDocument, scene: DoctorScene): Line => {
  const { doctor } = scene;
  const failed = environments.flatMap(({ environment, checks }) =>
    checks.filter(({ status }) => status === "failed").map((check) => `${environment}, ${titleOf(check, scene)}`),
  );
  const [first] = failed;
  if (first !== undefined) return { indent: 0, text: doctor.closing(summary.failed, first), style: "title" };
  const unsure = summary.unknown + summary.waiting;
  const text = environments.length === 0 ? doctor.nothing : unsure > 0 ? doctor.noneFailed(unsure) : doctor.allFine;
  return { indent: 0, text, style: "title" };
};

/** Beyond this many of a name, what is fine is counted and not listed. */
const MOST_LISTED = 20;
