import { groupBy } from "../model/group-by.ts";
import type { Question } from "../model/question.ts";
import { listOfEspace } from "./read-enabled.ts";

/** What will be read with an account whatever comes: known before the first request, so that one read answers many. */
export interface Intentions {
  /** The espaces whose list of structures is read. Who is on one is attached, active, and told by its id. */
  readonly espaces: readonly string[];
  /** Its list of attachments is read. */
  readonly attachments: boolean;
}

/** What the questions of one application make of each account. */
export const intentionsOf = (questions: readonly Question[], selects: (api: string) => boolean): ReadonlyMap<string, Intentions> => {
  const byAccount = groupBy(
    questions.flatMap((question) => ("account" in question ? [question] : [])),
    ({ account }) => account,
  );
  return new Map([...byAccount].map(([account, asked]) => [account, intentionOf(asked, selects)]));
};

const intentionOf = (asked: readonly Question[], selects: (api: string) => boolean): Intentions => {
  const listed = new Set<string>();
  const espaces = new Set<string>();
  for (const question of asked) {
    if (question.ask !== "espace-enabled" || listOfEspace(question.detail ?? "") === undefined || !selects("transverses")) continue;
    espaces.add(question.detail ?? "");
    listed.add(question.identifier);
  }
  const attachments = asked.some(
    (question) => (question.ask === "reach" && question.spare !== true) || (question.ask === "attached" && !listed.has(question.identifier)),
  );
  return { espaces: [...espaces].toSorted(), attachments: attachments && selects("utilisateurs") };
};
