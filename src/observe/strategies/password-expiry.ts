import { parseInstant } from "../../model/instant.ts";
import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import { decide, failed, notUnderstood } from "../answer.ts";
import { textAt } from "../read-body.ts";
import type { Session } from "../session.ts";
import { structureIdOf } from "../structure-id.ts";
import { withAccount } from "../with-account.ts";

/** When does the password of the account end? `Structures/consulter` of its home tells. */
export const askPasswordExpiry = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    if (!session.selects("structures")) return decide(question, { finding: "api-not-selected" });
    const id = await structureIdOf(session, question, caller);
    if ("observation" in id) return id.observation;
    const outcome = await session.call(caller, "structures.consulter", {
      body: { idStructureCPP: Number(id.structureId), codeLangue: "fr" },
    });
    if (!outcome.ok) return failed(question, outcome, "structures");
    const date = textAt(outcome.body, ...FIELD);
    if (date === undefined) return decide(question, { finding: "undated", trace: outcome.trace });
    // Its contract says `date-time`, which has a zone; one without is read as UTC, wherever this machine stands.
    const expiresAt = parseInstant(date) ?? parseInstant(`${date}Z`);
    return expiresAt === undefined
      ? notUnderstood(question, outcome.trace, `/${FIELD.join("/")}`)
      : decide(question, { finding: "dated", trace: outcome.trace, fact: { fact: "expiry", expiresAt } });
  });

const FIELD = ["informationGenerales", "dateExpirationMotPasseCompteTech"] as const;
