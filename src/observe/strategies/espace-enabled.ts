import { ESPACES } from "../../catalogue/espaces.ts";
import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import type { Failed, Outcome } from "../../piste/outcome.ts";
import { no, notSelected, unknownFrom, waitingFor, yes } from "../answer.ts";
import { askedBefore, behind } from "../behind.ts";
import { findStructure } from "../find-structure.ts";
import { lacking, listAt, textAt } from "../read-body.ts";
import type { Caller, Session } from "../session.ts";
import { withAccount } from "../with-account.ts";
import { askAttached } from "./attached.ts";

/**
 * May the account use an espace on the structure? The platform lists the active structures where it is attached *and*
 * may, so absence from the list says something of the espace only once the other two are known.
 */
export const askEspaceEnabled = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    const listed = await enabledIdentifiers(session, caller, question.detail ?? "");
    if (listed === undefined) return notSelected();
    if (!listed.ok) return unknownFrom(listed, behind(question, "transverses"));
    if (listed.body.has(question.identifier)) return yes("enabled", listed.trace);
    const attachment = askedBefore(question, "attached");
    const attached = await askAttached(session, attachment);
    if (attached.answer !== "true") return waitingFor(attachment, listed.trace);
    const found = await findStructure(session, caller, question);
    const isActive = found === undefined || (found.ok && found.body?.standing === "active");
    return isActive ? no("not-enabled", listed.trace) : waitingFor(askedBefore(question, "structure-active"), listed.trace);
  });

/** This list wants an empty body, whose echo cannot be told from an empty refusal: the probe tells them apart. */
const notSubscribed = async (session: Session, { failure }: Failed): Promise<Failed | undefined> => {
  const probed = failure.code === "unexpected" && failure.status === 403 ? await session.probe("transverses") : undefined;
  return probed?.ok === false && probed.failure.code === "not-subscribed" ? probed : undefined;
};

/** The structures on which an account may use an espace. Undefined where the API is not selected or no list exists. */
const enabledIdentifiers = (
  session: Session,
  caller: Caller,
  espace: string,
): Promise<Outcome<ReadonlySet<string>> | undefined> =>
  session.once(`enabled ${caller.account} ${espace}`, async () => {
    const operation = ESPACES[espace]?.list;
    if (operation === undefined || !session.selects("transverses")) return undefined;
    const outcome = await session.call(caller, operation, { body: {} });
    if (!outcome.ok) return (await notSubscribed(session, outcome)) ?? outcome;
    const identifiers = listAt(outcome.body, "listeStructures")?.map((line) => textAt(line, "identifiant"));
    const known = identifiers?.filter((identifier) => identifier !== undefined);
    if (known === undefined || known.length !== identifiers?.length) return lacking(outcome, "listeStructures");
    return { ...outcome, body: new Set(known) };
  });
