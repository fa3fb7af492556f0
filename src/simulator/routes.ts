import { API_PREFIXES } from "./apis.ts";
import { rechercherEngagements } from "./operations/engagements.ts";
import { FACTURES } from "./operations/factures.ts";
import {
  consulterServiceOrganisation, rechercherServicesOrganisation, servicesOrganisation,
} from "./operations/organisation-services.ts";
import {
  consulterOrganisation, modifierParametresEdi, organisationsHealthcheck, pieceJointeOrganisation, piecesJointesOrganisation,
  rechercherOrganisations,
} from "./operations/organisations.ts";
import { consulterStructure } from "./operations/structures-consulter.ts";
import { rechercherEspaces } from "./operations/structures-espaces.ts";
import { listerRattachements } from "./operations/structures-rattachements.ts";
import { rechercherStructure } from "./operations/structures-rechercher.ts";
import { consulterService, rechercherServices } from "./operations/structures-services.ts";
import {
  consulterSiret, coordonneesBancaires, healthCheck, rechercherDestinataire, structuresDestinataire,
  structuresFactureTravaux, structuresFournisseur, structuresPourUtilisateur,
} from "./operations/transverses.ts";
import { TRANSVERSES_LISTS } from "./operations/transverses-lists.ts";
import { recupererRattachements } from "./operations/utilisateurs.ts";
import type { Operation } from "./operation.ts";
import type { ScenarioSettings } from "./scenario.ts";

/** Every operation there is. `facturesTravaux` and `assistanceUtilisateur` can be subscribed to, and have no route. */
export const OPERATIONS: readonly Operation[] = [
  ...FACTURES,
  rechercherStructure,
  consulterStructure,
  rechercherServices,
  consulterService,
  listerRattachements,
  rechercherEspaces,
  healthCheck,
  structuresFournisseur,
  structuresDestinataire,
  structuresFactureTravaux,
  structuresPourUtilisateur,
  rechercherDestinataire,
  coordonneesBancaires,
  consulterSiret,
  ...TRANSVERSES_LISTS,
  recupererRattachements,
  rechercherEngagements,
  organisationsHealthcheck,
  rechercherOrganisations,
  rechercherServicesOrganisation,
  consulterOrganisation,
  servicesOrganisation,
  piecesJointesOrganisation,
  pieceJointeOrganisation,
  consulterServiceOrganisation,
  modifierParametresEdi,
];

export interface Match {
  readonly operation: Operation;
  readonly parameters: { readonly [name: string]: string };
}

/** The operation at `cpro/<prefix>/v1/…`, with the values of its `{name}` segments. */
export function matchRoute(method: string, segments: readonly string[], settings: Required<ScenarioSettings>): Match | undefined {
  const found = FIXED.get(keyOf(method, segments));
  const match = found === undefined ? matchTemplate(method, segments) : { operation: found, parameters: {} };
  return match?.operation.enabled?.(settings) === false ? undefined : match;
}

function matchTemplate(method: string, segments: readonly string[]): Match | undefined {
  for (const { operation, pattern } of TEMPLATES) {
    if (operation.method !== method || pattern.length !== segments.length) continue;
    if (pattern.every((part, index) => part.startsWith("{") || part === segments[index])) {
      const parameters = pattern.flatMap((part, index) => (part.startsWith("{") ? [[part.slice(1, -1), segments[index] ?? ""]] : []));
      return { operation, parameters: Object.fromEntries(parameters) as Match["parameters"] };
    }
  }
  return undefined;
}

// A decoded segment may hold a slash: it must not pass for two.
function keyOf(method: string, segments: readonly string[]): string {
  return JSON.stringify([method, ...segments]);
}

const patternOf = ({ api, path }: Operation): readonly string[] => ["cpro", API_PREFIXES[api], "v1", ...path.split("/")];

const FIXED: ReadonlyMap<string, Operation> = new Map(
  OPERATIONS.filter(({ path }) => !path.includes("{")).map((operation) => [keyOf(operation.method, patternOf(operation)), operation]),
);

const TEMPLATES = OPERATIONS.filter(({ path }) => path.includes("{")).map((operation) => ({ operation, pattern: patternOf(operation) }));
