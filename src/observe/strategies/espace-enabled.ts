import { ESPACES } from "../../catalogue/espaces.ts";
import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import type { AccountAccess } from "../../piste/client.ts";
import type { Failed, Outcome } from "../../piste/outcome.ts";
import { no, unknown, unknownFrom, waitingFor, yes } from "../answer.ts";
import { behind } from "../behind.ts";
import { findStructure } from "../find-structure.ts";
import { listAt, textAt } from "../read-body.ts";
import type { Session } from "../session.ts";
import { withAccount } from "../with-account.ts";
import { askAttached } from "./attached.ts";

/**
 * May the account use an espace on the structure? The platform lists the active structures where it is attached *and*
 * may, so absence from the list says something of the espace only once the other two are known.
 */
export const askEspaceEnabled = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (access) => {
    const listed = await enabledIdentifiers(session, question.account, access, question.detail ?? "");
    if (listed === undefined) return unknown("not-configured", "api-not-selected");
    if (!listed.ok) return unknownFrom(listed, behind(question, "transverses"));
    if (listed.body.has(question.identifier)) return yes("enabled", listed.trace);
    const { detail: _, ...structure } = question;
    const attached = await askAttached(session, { ...structure, ask: "attached" });
    if (attached.answer !== "true") return waitingFor({ ...structure, ask: "attached" }, listed.trace);
    const found = await findStructure(session, question.account, access, question);
    const isActive = found === undefined || (found.ok && /^ACTI(F|VE)$/.test(found.body?.status ?? ""));
    return isActive ? no("not-enabled", listed.trace) : waitingFor({ ...structure, ask: "structure-active" }, listed.trace);
  });

/** This list wants an empty body, whose echo cannot be told from an empty refusal: the probe tells them apart. */
const notSubscribed = async (session: Session, { failure }: Failed): Promise<Failed | undefined> => {
  const probed = failure.code === "unexpected" && failure.status === 403 ? await session.probe("transverses") : undefined;
  return probed?.ok === false && probed.failure.code === "not-subscribed" ? probed : undefined;
};

/** The structures on which an account may use an espace. Undefined where the API is not selected or no list exists. */
export const enabledIdentifiers = (
  session: Session,
  account: string,
  access: AccountAccess,
  espace: string,
): Promise<Outcome<ReadonlySet<string>> | undefined> =>
  session.once(`enabled ${account} ${espace}`, async () => {
    const operation = ESPACES[espace]?.list;
    if (operation === undefined || !session.selects("transverses")) return undefined;
    const outcome = await session.call(account, access, operation, { body: {} });
    if (!outcome.ok) return (await notSubscribed(session, outcome)) ?? outcome;
    const identifiers = listAt(outcome.body, "listeStructures")?.map((line) => textAt(line, "identifiant"));
    if (identifiers === undefined || identifiers.includes(undefined)) {
      return { ok: false, failure: { code: "unexpected", status: 200, detail: "listeStructures" }, trace: outcome.trace };
    }
    return { ...outcome, body: new Set(identifiers as string[]) };
  });
