import type { Check, CheckReason, CheckStatus } from "../../doctor/doctor-document.ts";
import type { DoctorWords } from "../../messages/doctor-messages.ts";
import type { Messages } from "../../messages/shape.ts";
import { groupBy } from "../../model/group-by.ts";
import { evidenceText, factTexts, ownTexts } from "./check-facts.ts";
import type { Dates } from "./dates.ts";
import type { Lead, Line } from "./layout.ts";
import { widthOf } from "./wrap.ts";

export interface DoctorScene {
  readonly words: Messages;
  readonly doctor: DoctorWords;
  readonly dates: Dates;
  /** Every check by its id. */
  readonly titles: ReadonlyMap<string, Check>;
}

/** A line for each check, with what it rests on; below one that failed, why it may have and what to do. */
export const checkLines = (checks: readonly Check[], scene: DoctorScene): readonly Line[] => {
  const waiting = groupBy(checks.filter(({ status }) => status === "waiting"), ({ waitsFor = "" }) => waitsFor);
  return [
    ...checks.filter(({ status }) => status !== "waiting").flatMap((check) => linesOf(check, scene)),
    ...[...waiting.values()].map((together) => waitingLine(together, scene)),
  ];
};

/** `token principale` */
export const titleOf = ({ check, subject }: Check, { doctor }: DoctorScene): string =>
  subject === "" ? doctor.names[check] : `${doctor.names[check]} ${subject}`;

const linesOf = (check: Check, scene: DoctorScene): readonly Line[] => {
  const { subject, status, reason } = check;
  const { colon, semicolon } = scene.words.words;
  const said = [reasonText(reason, scene), ...factTexts(check, scene)].join(semicolon);
  const evidence = evidenceText(check.evidence, scene);
  const text = `${subject === "" ? "" : `${subject}${colon}`}${said}${evidence === "" ? "" : ` (${evidence})`}`;
  return [
    { indent: 2, leads: leadsOf(check, scene), text, ...(status === "failed" ? { style: "warning" as const } : {}) },
    ...ownTexts(check, scene).map((one) => ({ indent: BESIDE, text: one })),
    ...causeLines(check, scene),
  ];
};

/** What waits on one check is one line. */
const waitingLine = (checks: readonly Check[], scene: DoctorScene): Line => {
  const [first] = checks;
  const subjects = checks.flatMap(({ subject }) => (subject === "" ? [] : [subject]));
  const listed = subjects.slice(0, MOST_SUBJECTS).join(", ") + (subjects.length > MOST_SUBJECTS ? `… (${scene.words.words.inAll(subjects.length)})` : "");
  const blocker = scene.titles.get(first?.waitsFor ?? "");
  const why = blocker === undefined ? reasonText(first?.reason ?? "waits", scene) : scene.doctor.waits(titleOf(blocker, scene));
  const text = listed === "" ? why : `${listed}${scene.words.words.colon}${why}`;
  return { indent: 2, leads: first === undefined ? [] : leadsOf(first, scene), text, style: "quiet" };
};

const causeLines = ({ causes = [], status, check }: Check, scene: DoctorScene): readonly Line[] => {
  if (status !== "failed") return [];
  if (check === "secrets") return [beside(scene.words.plan.leads.do, scene.doctor.storeSecret)];
  const { is, told, todo, perhaps, because } = scene.words.causes;
  const shown = causes.slice(0, MOST_CAUSES);
  if (shown.length === 0) return [];
  const isSure = shown.length === 1 || shown[0]?.told !== undefined;
  const texts = shown.map(({ cause, told: clue }) =>
    clue !== undefined ? because(is[cause], told[clue]) : isSure && shown.length === 1 ? is[cause] : perhaps(is[cause]),
  );
  const first = shown[0]?.cause;
  return [
    beside(scene.words.plan.leads.causes, texts.join(scene.words.words.semicolon)),
    ...(first === undefined ? [] : [beside(scene.words.plan.leads.do, todo[first])]),
  ];
};

const beside = (lead: string, text: string): Line => ({
  indent: BESIDE,
  leads: [{ text: lead, width: Math.max(LEAD_WIDTH, widthOf(lead) + 1), style: "lead" }],
  text,
});

const leadsOf = ({ check, status }: Check, { doctor }: DoctorScene): readonly Lead[] => [
  { ...SIGNS[status], width: 2 },
  { text: doctor.names[check], width: NAME_WIDTH },
];

const reasonText = (reason: CheckReason, { doctor, words }: DoctorScene): string =>
  reason in doctor.reasons ? doctor.reasons[reason as keyof DoctorWords["reasons"]] : words.reasons[reason as keyof Messages["reasons"]];

export const SIGNS: Readonly<Record<CheckStatus, Omit<Lead, "width">>> = {
  ok: { text: "✓", style: "todo" },
  failed: { text: "✗", style: "warning" },
  waiting: { text: "…", style: "quiet" },
  unknown: { text: "?", style: "doubt" },
  skipped: { text: "–", style: "quiet" },
};

const NAME_WIDTH = 9;
/** Under the text of a check. */
const BESIDE = 2 + 2 + NAME_WIDTH;
const LEAD_WIDTH = 8;
const MOST_SUBJECTS = 6;
const MOST_CAUSES = 3;
