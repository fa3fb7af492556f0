import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import { decide, failed } from "../answer.ts";
import { findStructure } from "../find-structure.ts";
import { findInBulk } from "../find-structures.ts";
import { listedIn } from "../listed-in.ts";
import type { Caller, Session } from "../session.ts";
import { withAccount } from "../with-account.ts";

/**
 * Does the structure exist and is it active? A list of active structures that is read anyway tells; else in bulk where
 * the Référentiel des organisations is selected, else one by one; whatever the bulk does not call active is looked at
 * again by itself before anything is denied.
 *
 * @param bulk the identifiers asked about in this run, cut into the batches that one request may carry
 */
export const askStructureActive = async (
  session: Session,
  question: StructureQuestion,
  bulk: readonly string[] | undefined,
): Promise<Observation> => {
  const { orElse, ...rest } = question;
  const other = orElse === undefined ? undefined : { ...rest, account: orElse };
  const listed = (other && (await listedAsActive(session, other))) ?? (await listedAsActive(session, question));
  if (listed !== undefined) return listed;
  const asked = await withAccount(session, question, async (caller) => {
    const inBulk = bulk === undefined ? undefined : await activeInBulk(session, caller, { question, bulk });
    return inBulk ?? activeAlone(session, question, caller);
  });
  if (other === undefined || asked.answer !== "unknown" || !LACKS_AN_ACCOUNT.has(asked.unknown)) return asked;
  const answered = await withAccount(session, other, (caller) => activeAlone(session, other, caller));
  return answered.answer === "unknown" ? asked : answered;
};

/** Our account is not given, or not accepted: another may be. */
const LACKS_AN_ACCOUNT: ReadonlySet<string> = new Set(["not-configured", "waiting"]);

const listedAsActive = async (session: Session, question: StructureQuestion): Promise<Observation | undefined> => {
  const access = session.account(question.account);
  if (access === undefined || access === "elsewhere") return undefined;
  const trace = await listedIn(session, { account: question.account, access }, question);
  return trace === undefined ? undefined : decide(question, { finding: "active", trace });
};

const activeInBulk = async (
  session: Session,
  caller: Caller,
  { question, bulk }: { readonly question: StructureQuestion; readonly bulk: readonly string[] },
): Promise<Observation | undefined> => {
  const outcome = await findInBulk(session, caller, bulk);
  const isActive = outcome?.ok === true && outcome.body.get(question.identifier) === "active";
  return isActive ? decide(question, { finding: "active", trace: outcome.trace }) : undefined;
};

const activeAlone = async (session: Session, question: StructureQuestion, caller: Caller): Promise<Observation> => {
  const outcome = await findStructure(session, caller, question);
  if (outcome === undefined) return decide(question, { finding: "api-not-selected" });
  if (!outcome.ok) return failed(question, outcome, "structures");
  const finding = outcome.body?.standing ?? "not-found";
  return decide(question, { finding, trace: finding === "unclear" ? { ...outcome.trace, surprise: "/listeStructures/0/statut" } : outcome.trace });
};
