import { kindOfResource } from "../kinds/kinds.ts";
import type { Records } from "../model/condition.ts";
import type { AccountQuestion, Question } from "../model/question.ts";
import type { Resource } from "../model/resource.ts";

/**
 * What is asked about resources; nothing about what is paused. What an account reaches beside what is declared takes a
 * request of its own for each account: in one run it is asked of a few of an application's accounts, those first that
 * were never or least recently asked, and of the others only where the answer is read anyway.
 */
export const questionsOf = (resources: readonly Resource[], records: Records, everything = false): readonly Question[] => {
  const asked = resources.flatMap((resource) =>
    resource.lifecycle === "paused" ? [] : kindOfResource(resource).questions(resource).map((question) => ({ question, resource })));
  if (everything) return asked.map(({ question }) => question);
  const spared = sparedReaches(asked, records);
  return asked.map(({ question }) => (question.ask === "reach" && spared.has(question) ? { ...question, spare: true } : question));
};

interface Asked {
  readonly question: Question;
  readonly resource: Resource;
}

const sparedReaches = (asked: readonly Asked[], records: Records): ReadonlySet<AccountQuestion> => {
  const reaches = asked.flatMap(({ question, resource }) =>
    question.ask === "reach" ? [{ question, of: `${question.environment}/${question.application}`, seenAt: reachSeenAt(resource, records) }] : []);
  const counts = new Map<string, number>();
  const spared = new Set<AccountQuestion>();
  // Where two were seen at one time, the order of the accounts decides: not the order of the input.
  for (const { question, of } of reaches.toSorted((a, b) => compare(a.seenAt, b.seenAt) || compare(a.question.account, b.question.account))) {
    const count = (counts.get(of) ?? 0) + 1;
    counts.set(of, count);
    if (count > REACHES) spared.add(question);
  }
  return spared;
};

/** Empty where it was never seen. */
const reachSeenAt = ({ address }: Resource, records: Records): string =>
  records.get(address)?.conditions.find(({ type }) => type === "ReachDeclared")?.provenAt ?? "";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Accounts of one application whose reach is asked in one run. */
const REACHES = 10;
