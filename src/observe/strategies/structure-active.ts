import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import type { AccountAccess } from "../../piste/client.ts";
import { no, unknown, unknownFrom, yes } from "../answer.ts";
import { behind } from "../behind.ts";
import { findStructure } from "../find-structure.ts";
import { findInBulk } from "../find-structures.ts";
import type { Session } from "../session.ts";
import { withAccount } from "../with-account.ts";

/**
 * Does the structure exist and is it active? In bulk where the Référentiel des organisations is selected, else one by
 * one; whatever the bulk does not call active is looked at again by itself before anything is denied.
 *
 * @param bulk the identifiers asked about in this run, cut into the batches that one request may carry
 */
export const askStructureActive = (
  session: Session,
  question: StructureQuestion,
  bulk: readonly string[] | undefined,
): Promise<Observation> =>
  withAccount(session, question, async (access) => {
    const inBulk = bulk === undefined ? undefined : await activeInBulk(session, question, access, bulk);
    return inBulk ?? activeAlone(session, question, access);
  });

const activeInBulk = async (
  session: Session,
  { account, identifier }: StructureQuestion,
  access: AccountAccess,
  bulk: readonly string[],
): Promise<Observation | undefined> => {
  const outcome = await findInBulk(session, account, access, bulk);
  return outcome?.ok === true && outcome.body.get(identifier) === "active" ? yes("structure-active", outcome.trace) : undefined;
};

const activeAlone = async (session: Session, question: StructureQuestion, access: AccountAccess): Promise<Observation> => {
  const outcome = await findStructure(session, question.account, access, question);
  if (outcome === undefined) return unknown("not-configured", "api-not-selected");
  if (!outcome.ok) return unknownFrom(outcome, behind(question, "structures"));
  if (outcome.body === undefined) return no("structure-not-found", outcome.trace);
  switch (outcome.body.status) {
    case "ACTIVE":
    case "ACTIF":
      return yes("structure-active", outcome.trace);
    case "INACTIVE":
    case "INACTIF":
      return no("structure-inactive", outcome.trace);
    default:
      return unknown("unexpected-answer", "answer-not-understood", outcome.trace);
  }
};
