import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import type { Failed } from "../../piste/outcome.ts";
import { decide, failed } from "../answer.ts";
import { askedBefore } from "../asked-before.ts";
import { findStructure } from "../find-structure.ts";
import { lookAgain } from "../look-again.ts";
import type { Caller, Session } from "../session.ts";
import { withAccount } from "../with-account.ts";
import { askAttached } from "./attached.ts";

/**
 * May the account use an espace on the structure? The platform lists the active structures where it is attached *and*
 * may, so absence from the list says something of the espace only once the other two are known.
 */
export const askEspaceEnabled = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    const listed = await lookAgain(
      (round) => session.enabled(caller, question.detail ?? "", round),
      (enabled) => enabled.has(question.identifier),
      (enabled) => enabled.size === 0,
    );
    if (listed === undefined) return decide(question, { finding: "api-not-selected" });
    if (!listed.ok) return failed(question, await notSubscribed(session, listed), "transverses");
    const { trace } = listed;
    if (listed.body.has(question.identifier)) return decide(question, { finding: "listed", trace });
    if (!(await isAttached(session, question))) return decide(question, { finding: "not-listed-nor-attached", trace });
    return decide(question, { finding: (await isActive(session, caller, question)) ? "not-listed" : "not-listed-nor-active", trace });
  });

const isAttached = async (session: Session, question: StructureQuestion): Promise<boolean> =>
  session.isKnown(askedBefore(question, "attached")) || (await askAttached(session, { ...question, ask: "attached" })).answer === "true";

const isActive = async (session: Session, caller: Caller, question: StructureQuestion): Promise<boolean> => {
  if (session.isKnownActive(question.identifier)) return true;
  const found = await findStructure(session, caller, question);
  return found === undefined || (found.ok && found.body?.standing === "active");
};

/** This list wants an empty body, whose echo cannot be told from an empty refusal: the probe tells them apart. */
const notSubscribed = async (session: Session, listed: Failed): Promise<Failed> => {
  const { failure } = listed;
  const probed = failure.code === "unexpected" && failure.status === 403 ? await session.probe("transverses") : undefined;
  return probed?.ok === false && probed.failure.code === "not-subscribed" ? probed : listed;
};
