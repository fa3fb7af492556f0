import { businessRefusal, success } from "../envelope.ts";
import { serviceId } from "../identifiers.ts";
import { integerOf, objectOf } from "../input.ts";
import type { JsonObject } from "../json.ts";
import type { Call, Operation } from "../operation.ts";
import { paginate, pagingFields } from "../paging.ts";
import type { Columns } from "../paging.ts";
import type { ScenarioService } from "../scenario.ts";
import type { Structure } from "../structure.ts";
import { canRead, NOT_READABLE } from "./attached.ts";

const COLUMNS: Columns<ListedService> = {
  CodeService: (one) => one.codeService,
  LibelleService: (one) => one.libelleService,
  DateDbtService: (one) => one.dateDbtService,
  // No service of this world ends.
  DateFinService: () => "",
  EstActif: (one) => one.estActif,
};

/**
 * Official Structures description 1.0.0, `rechercherServicesStructure`: services of a public structure or
 * of one that the account is attached to. The wrapper `parametres` is refused (measured by integrators).
 */
export const rechercherServices: Operation = {
  api: "structures",
  method: "POST",
  path: "rechercher/services",
  input: {
    idStructure: { kind: "integer", required: true },
    parametresRechercherServicesStructure: { kind: "object", fields: pagingFields(Object.keys(COLUMNS)) },
    parametres: { kind: "refused" },
  },
  answer: (call) => {
    const structure = readable(call);
    if (structure === undefined) return businessRefusal(NOT_READABLE);
    const page = paginate(
      listedServices(structure),
      objectOf(call.body, "parametresRechercherServicesStructure"),
      COLUMNS,
    );
    return success({ listeServices: page.items, parametresRetour: page.parametresRetour });
  },
};

/** Official Structures description 1.0.0, `consulterServiceStructure`. */
export const consulterService: Operation = {
  api: "structures",
  method: "POST",
  path: "consulter/service",
  input: {
    idStructure: { kind: "integer", required: true },
    idService: { kind: "integer", required: true },
    codeLangue: { kind: "text" },
  },
  answer: (call) => {
    const structure = readable(call);
    if (structure === undefined) return businessRefusal(NOT_READABLE);
    const service = listedServices(structure).find((one) => one.idService === integerOf(call.body, "idService"));
    if (service === undefined) return businessRefusal("Le service n'existe pas sur cette structure.");
    return success({
      adressePostale: { pays: "FR" },
      informationsGenerales: {
        codeService: service.codeService,
        nomService: service.libelleService,
        descriptionService: service.libelleService,
      },
      parametres: {
        dateCreation: SERVICE_STARTED,
        dateDebutValidite: SERVICE_STARTED,
        dateModification: SERVICE_STARTED,
        miseEnPaiement: false,
        numeroEngagement: false,
      },
    });
  },
};

/** A service as lists show it. */
export type ListedService = JsonObject & {
  readonly idService: number;
  readonly codeService: string;
  readonly libelleService: string;
  readonly estActif: boolean;
  readonly statutService: string;
  readonly dateDbtService: string;
};

export function listedServices(structure: Structure): readonly ListedService[] {
  return Object.entries(structure.services).map(([code, service]) => listed(structure, code, service));
}

function listed(structure: Structure, codeService: string, service: ScenarioService): ListedService {
  const estActif = service.actif ?? true;
  return {
    idService: serviceId(structure.environment, structure.identifiant, codeService),
    codeService,
    libelleService: service.nom,
    estActif,
    statutService: estActif ? "ACTIF" : "INACTIF",
    dateDbtService: "2020-01-01 00:00",
  };
}

function readable(call: Call): Structure | undefined {
  const structure = call.world.structureById(integerOf(call.body, "idStructure") ?? 0);
  return structure !== undefined && canRead(call, structure) ? structure : undefined;
}

export const SERVICE_STARTED = "2020-01-01T00:00:00.000Z";
