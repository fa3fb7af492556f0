import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import type { AccountAccess } from "../../piste/client.ts";
import type { Outcome } from "../../piste/outcome.ts";
import { no, unknown, unknownFrom, yes } from "../answer.ts";
import { behind } from "../behind.ts";
import { booleanAt, listAt, textAt } from "../read-body.ts";
import { readPages } from "../read-pages.ts";
import type { Session } from "../session.ts";
import { structureIdOf } from "../structure-id.ts";
import { withAccount } from "../with-account.ts";

/** Does the structure have the service, active? Its list of services answers for all of them. */
export const askServiceActive = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (access) => {
    if (!session.selects("structures")) return unknown("not-configured", "api-not-selected");
    const id = await structureIdOf(session, question, access);
    if ("observation" in id) return id.observation;
    const outcome = await servicesOf(session, question.account, access, id.structureId);
    if (!outcome.ok) return unknownFrom(outcome, behind(question, "structures"));
    const service = outcome.body.find(({ code }) => code === question.detail);
    if (service === undefined) return no("service-not-found", outcome.trace);
    if (service.active === undefined) return unknown("unexpected-answer", "answer-not-understood", outcome.trace);
    return service.active ? yes("service-active", outcome.trace) : no("service-inactive", outcome.trace);
  });

interface Service {
  readonly code: string;
  readonly active: boolean | undefined;
}

const servicesOf = (
  session: Session,
  account: string,
  access: AccountAccess,
  structureId: string,
): Promise<Outcome<readonly Service[]>> =>
  session.once(`services ${account} ${structureId}`, () =>
    readPages(
      (page) =>
        session.call(account, access, "structures.rechercher-services", {
          // The wrapper's name matters: `parametres` is refused, and without it ten come back.
          body: {
            idStructure: Number(structureId),
            parametresRechercherServicesStructure: {
              nbResultatsParPage: 100,
              pageResultatDemandee: page,
              triColonne: "CodeService",
              triSens: "Ascendant",
            },
          },
        }),
      (body) => listAt(body, "listeServices") ?? (textAt(body, "codeRetour") === "0" ? [] : undefined),
      (line) => {
        const code = textAt(line, "codeService");
        return code === undefined ? undefined : { code, active: booleanAt(line, "estActif") };
      },
    ),
  );
