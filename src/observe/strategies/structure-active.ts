import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import { no, notSelected, notUnderstood, unknownFrom, yes } from "../answer.ts";
import { behind } from "../behind.ts";
import { findStructure } from "../find-structure.ts";
import { findInBulk } from "../find-structures.ts";
import type { Caller, Session } from "../session.ts";
import { withAccount } from "../with-account.ts";

/**
 * Does the structure exist and is it active? In bulk where the Référentiel des organisations is selected, else one by
 * one; whatever the bulk does not call active is looked at again by itself before anything is denied.
 *
 * @param bulk the identifiers asked about in this run, cut into the batches that one request may carry
 */
export const askStructureActive = async (
  session: Session,
  question: StructureQuestion,
  bulk: readonly string[] | undefined,
): Promise<Observation> => {
  const asked = await withAccount(session, question, async (caller) => {
    const inBulk = bulk === undefined ? undefined : await activeInBulk(session, caller, { identifier: question.identifier, bulk });
    return inBulk ?? activeAlone(session, question, caller);
  });
  const { orElse, ...rest } = question;
  if (orElse === undefined || asked.answer !== "unknown" || !LACKS_AN_ACCOUNT.has(asked.unknown)) return asked;
  const other = { ...rest, account: orElse };
  const answered = await withAccount(session, other, (caller) => activeAlone(session, other, caller));
  return answered.answer === "unknown" ? asked : answered;
};

/** Our account is not given, or not accepted: another may be. */
const LACKS_AN_ACCOUNT: ReadonlySet<string> = new Set(["not-configured", "waiting"]);

const activeInBulk = async (
  session: Session,
  caller: Caller,
  { identifier, bulk }: { readonly identifier: string; readonly bulk: readonly string[] },
): Promise<Observation | undefined> => {
  const outcome = await findInBulk(session, caller, bulk);
  return outcome?.ok === true && outcome.body.get(identifier) === "active" ? yes("structure-active", outcome.trace) : undefined;
};

const activeAlone = async (session: Session, question: StructureQuestion, caller: Caller): Promise<Observation> => {
  const outcome = await findStructure(session, caller, question);
  if (outcome === undefined) return notSelected();
  if (!outcome.ok) return unknownFrom(outcome, behind(question, "structures"));
  if (outcome.body === undefined) return no("structure-not-found", outcome.trace);
  if (outcome.body.standing === "unclear") return notUnderstood(outcome.trace);
  return outcome.body.standing === "active" ? yes("structure-active", outcome.trace) : no("structure-inactive", outcome.trace);
};
