import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import type { Outcome } from "../../piste/outcome.ts";
import { no, notSelected, notUnderstood, unknownFrom, yes } from "../answer.ts";
import { behind } from "../behind.ts";
import { booleanAt, listAt, textAt } from "../read-body.ts";
import { readPages } from "../read-pages.ts";
import type { Caller, Session } from "../session.ts";
import { structureIdOf } from "../structure-id.ts";
import { withAccount } from "../with-account.ts";

/** Does the structure have the service, active? Its list of services answers for all of them. */
export const askServiceActive = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    if (!session.selects("structures")) return notSelected();
    const id = await structureIdOf(session, question, caller);
    if ("observation" in id) return id.observation;
    const outcome = await servicesOf(session, caller, id.structureId);
    if (!outcome.ok) return unknownFrom(outcome, behind(question, "structures"));
    const service = outcome.body.find(({ code }) => code === question.detail);
    if (service === undefined) return no("service-not-found", outcome.trace);
    if (service.active === undefined) return notUnderstood(outcome.trace);
    return service.active ? yes("service-active", outcome.trace) : no("service-inactive", outcome.trace);
  });

interface Service {
  readonly code: string;
  readonly active: boolean | undefined;
}

const servicesOf = (
  session: Session,
  caller: Caller,
  structureId: string,
): Promise<Outcome<readonly Service[]>> =>
  session.once(`services ${caller.account} ${structureId}`, () =>
    readPages(
      (page) =>
        session.call(caller, "structures.rechercher-services", {
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
