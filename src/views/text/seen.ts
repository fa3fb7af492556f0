import type { Step, StepItem } from "../../model/step.ts";
import type { PlannedCondition, PlannedResource } from "../../plan/plan-document.ts";
import { refusedUntilOf } from "../../plan/refused-until.ts";
import { parseAddress } from "../../model/address.ts";
import { toInstant } from "../../model/instant.ts";
import { apiLabel, nameAddress } from "./names.ts";
import { unbroken } from "./wrap.ts";
import type { Scene } from "./scene.ts";
import { distinctValues } from "./step-values.ts";

/** What was seen of a step's things, or why nothing was; empty where the proof line already says it. */
export const seenTexts = (step: Step, scene: Scene): readonly string[] => {
  const seen = step.items.flatMap((item) => {
    const text = seenOf(step, item, scene);
    return text === undefined ? [] : [{ item, text }];
  });
  const distinct = [...new Set(seen.map(({ text }) => text))];
  const contrast = answeringApis(step, scene);
  if (distinct.length <= 1) return distinct.map((text) => `${text}${contrast}`);
  const told = seen.slice(0, MOST_SEEN).map(({ item, text }) => `${shortName(item, scene)}${scene.words.words.colon}${text}`);
  const rest = seen.length - told.length;
  return [...told, ...(rest > 0 ? [scene.words.plan.more(rest)] : [])];
};

/** The condition that asks for the step. */
export const culprit = (step: Step, { conditions }: PlannedResource): PlannedCondition | undefined =>
  step.why === "due"
    ? conditions.find(({ reason }) => reason === "expiring")
    : (conditions.find(({ status }) => status === "false") ?? conditions.find(({ status }) => status === "unknown"));

const seenOf = (step: Step, { address }: StepItem, scene: Scene): string | undefined => {
  const resource = scene.resources.get(address);
  const condition = resource === undefined ? undefined : culprit(step, resource);
  if (resource === undefined || condition === undefined) return undefined;
  const { plan, words, reasons } = scene.words;
  const { evidence, reason, fact } = condition;
  if (fact?.fact === "expiry" && fact.estimated === true) return reasons["expiry-estimated"];
  if (evidence?.by !== "api") return nothingSeen(step, condition, scene);
  const answer = plan.evidence(String(evidence.status ?? ""), evidence.request, evidence.tries, unbroken(evidence.correlationId ?? ""));
  const when = condition.provenAt === undefined ? "" : `, ${scene.dates.near(condition.provenAt, scene.document.createdAt)}`;
  const origin = evidence.origin === undefined ? "" : `, ${scene.words.proofs.from(evidence.origin.client, scene.dates.date(evidence.origin.at))}`;
  const drift = resource.drifted === true ? `${words.semicolon}${plan.wasTrueUntil(scene.dates.at(condition.since))}` : "";
  return `${reasons[reason]}${words.colon}${answer}${when}${origin}${drift}`;
};

/** A login that was refused is believed for a while, so that no account is locked: whoever mended it must know. */
export const triedAgainTexts = ({ items }: Step, { document, resources, dates, words }: Scene): readonly string[] => {
  const againAtMs = document.offline ? undefined : refusedUntilOf(items.flatMap(({ address }) => resources.get(address) ?? []), document.createdAt);
  return againAtMs === undefined ? [] : [words.plan.notTriedAgain(dates.time(toInstant(againAtMs)))];
};

/** Why nothing was seen, where that tells a person something: not that no API tells, nor that another step comes first. */
const nothingSeen = (step: Step, { unknown, reason }: PlannedCondition, { words, document }: Scene): string | undefined => {
  if (reason === "secret-missing") {
    const variables = SECRETS.flatMap((argument) => distinctValues(step, argument));
    const named = variables.map((variable) => variable.replace(/^\$/, ""));
    return named.length === 0 ? undefined : words.plan.missingSecrets(named.join(words.words.and), named.length);
  }
  if (unknown === undefined || unknown === "unprovable" || unknown === "waiting") return undefined;
  if (document.offline && unknown === "not-asked") return undefined;
  return words.plan.seenNothing(words.reasons[reason]);
};

/** What tells a missing subscription from a platform that is down: the application's other APIs answer. */
const answeringApis = (step: Step, scene: Scene): string => {
  if (step.action !== "select-apis" || step.why !== "missing") return "";
  const applications = new Set(step.items.map(({ address }) => address.slice(0, address.lastIndexOf("/") + 1)));
  const names = scene.document.resources
    .filter(({ address, kind, conditions }) => kind === "subscription" && startsWithAny(address, applications) && conditions[0]?.status === "true" && conditions[0].proof === "verified")
    .map(({ address }) => shortName({ address }, scene));
  return names.length === 0 ? "" : `${scene.words.words.semicolon}${scene.words.plan.othersAnswer(names.join(", "), names.length)}`;
};

const startsWithAny = (address: string, starts: ReadonlySet<string>): boolean =>
  starts.has(address.slice(0, address.lastIndexOf("/") + 1));

/** The API of a subscription, else the structure, the application or the account. */
const shortName = ({ address }: Pick<StepItem, "address">, scene: Scene): string => {
  const parts = parseAddress(address);
  return parts?.kind === "subscription" || parts?.kind === "cgu" ? apiLabel(parts.names[1] ?? "") : nameAddress(address, scene).name;
};

const SECRETS = ["clientId", "clientSecret", "password"];
const MOST_SEEN = 3;
