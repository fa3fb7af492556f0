import { API_PREFIXES } from './apis.ts';
import type { Operation } from './operation.ts';
import type { ScenarioSettings } from './scenario.ts';
import { rechercherEngagements } from './operations/engagements.ts';
import { rechercherFournisseur, rechercherRecipiendaire } from './operations/factures.ts';
import {
  consulterOrganisation, modifierParametresEdi, organisationsHealthcheck, rechercherOrganisations, servicesOrganisation,
} from './operations/organisations.ts';
import { consulterStructure } from './operations/structures-consulter.ts';
import { rechercherEspaces } from './operations/structures-espaces.ts';
import { rechercherStructure } from './operations/structures-rechercher.ts';
import { consulterService, rechercherServices } from './operations/structures-services.ts';
import {
  consulterSiret, healthCheck, recupererDevises, recupererTauxTva, recupererTypesIdentifiant,
  structuresDestinataire, structuresFactureTravaux, structuresFournisseur,
} from './operations/transverses.ts';
import { recupererRattachements } from './operations/utilisateurs.ts';

/** Every operation there is. `facturesTravaux` and `assistanceUtilisateur` can be subscribed to, and have no route. */
export const OPERATIONS: readonly Operation[] = [
  rechercherFournisseur,
  rechercherRecipiendaire,
  rechercherStructure,
  consulterStructure,
  rechercherServices,
  consulterService,
  rechercherEspaces,
  healthCheck,
  structuresFournisseur,
  structuresDestinataire,
  structuresFactureTravaux,
  recupererTypesIdentifiant,
  recupererTauxTva,
  recupererDevises,
  consulterSiret,
  recupererRattachements,
  rechercherEngagements,
  organisationsHealthcheck,
  rechercherOrganisations,
  consulterOrganisation,
  servicesOrganisation,
  modifierParametresEdi,
];

export interface Match {
  readonly operation: Operation;
  readonly parameters: { readonly [name: string]: string };
}

/** The operation at `cpro/<prefix>/v1/…`, with the values of its `{name}` segments. */
export function matchRoute(method: string, segments: readonly string[], settings: Required<ScenarioSettings>): Match | undefined {
  for (const { operation, pattern } of ROUTES) {
    if (operation.method !== method || operation.enabled?.(settings) === false) continue;
    const parameters = matchSegments(pattern, segments);
    if (parameters !== undefined) return { operation, parameters };
  }
  return undefined;
}

function matchSegments(pattern: readonly string[], segments: readonly string[]): Match['parameters'] | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parameters: [string, string][] = [];
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (expected.startsWith('{')) parameters.push([expected.slice(1, -1), segment]);
    else if (expected !== segment) return undefined;
  }
  return Object.fromEntries(parameters);
}

const ROUTES = OPERATIONS.map((operation) => ({
  operation,
  pattern: ['cpro', API_PREFIXES[operation.api], 'v1', ...operation.path.split('/')],
}));
