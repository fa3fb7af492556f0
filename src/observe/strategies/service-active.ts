import type { Observation } from "../../model/observation.ts";
import type { StructureQuestion } from "../../model/question.ts";
import type { Outcome } from "../../piste/outcome.ts";
import { decide, failed, notUnderstood } from "../answer.ts";
import { lookAgain } from "../look-again.ts";
import { booleanAt, listAt, textAt } from "../read-body.ts";
import { readPages } from "../read-pages.ts";
import type { Caller, Session } from "../session.ts";
import { structureIdOf } from "../structure-id.ts";
import { withAccount } from "../with-account.ts";

/** Does the structure have the service, active? Its list of services answers for all of them. */
export const askServiceActive = (session: Session, question: StructureQuestion): Promise<Observation> =>
  withAccount(session, question, async (caller) => {
    if (!session.selects("structures")) return decide(question, { finding: "api-not-selected" });
    const id = await structureIdOf(session, question, caller);
    if ("observation" in id) return id.observation;
    const isSought = ({ code }: Service): boolean => code === question.detail;
    const outcome = await lookAgain(
      (round) => session.once(`services ${caller.account} ${id.structureId} ${round}`, () => servicesOf(session, caller, id.structureId)),
      (services) => services.some(isSought),
    );
    if (outcome?.ok !== true) return outcome === undefined ? decide(question, { finding: "api-not-selected" }) : failed(question, outcome, "structures");
    const { trace } = outcome;
    const service = outcome.body.find(isSought);
    if (service === undefined) return decide(question, { finding: "not-found", trace });
    if (service.active === undefined) return notUnderstood(question, trace, `/listeServices/${outcome.body.indexOf(service)}/estActif`);
    return decide(question, { finding: service.active ? "active" : "inactive", trace });
  });

interface Service {
  readonly code: string;
  readonly active: boolean | undefined;
}

const servicesOf = (session: Session, caller: Caller, structureId: string): Promise<Outcome<readonly Service[]>> =>
  readPages({
    send: (page) =>
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
    listOf: (body) => ({
      list: listAt(body, "listeServices") ?? (textAt(body, "codeRetour") === "0" ? [] : undefined),
      at: "/listeServices",
    }),
    toLine: (line) => {
      const code = textAt(line, "codeService");
      return code === undefined ? undefined : { code, active: booleanAt(line, "estActif") };
    },
  });
