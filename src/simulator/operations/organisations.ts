import { json } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Json } from '../json.ts';
import type { Call, Operation } from '../operation.ts';
import { own } from '../own.ts';
import type { Structure } from '../structure.ts';
import { reach } from '../world.ts';
import { organisationRecord, serviceRecords } from './organisation-record.ts';
import { readCriteria, selectFields, sortRecords } from './organisation-search.ts';
import type { Criterion } from './organisation-search.ts';

// Référentiel des organisations 1.1.6: REST, without the codeRetour envelope; searches answer a top-level
// array, errors too (measured by integrators).

export const organisationsHealthcheck: Operation = {
  api: 'organisations', method: 'GET', path: 'healthcheck', answer: () => ({ status: 200 }),
};

export const rechercherOrganisations: Operation = {
  api: 'organisations',
  method: 'POST',
  path: 'structures/recherche',
  input: {},
  answer: ({ body, settings, world }) => {
    const criteria = readCriteria(body, settings.in);
    if (typeof criteria === 'string') return error(400, 'ParamsInvalidRecherche', 'Recherche invalide.', criteria);
    const records = candidates(world, criteria).map(organisationRecord)
      .filter((record) => criteria.every((criterion) => criterion.matches(record)));
    return json(200, sortRecords(records, body).map((record) => selectFields(record, body)));
  },
};

// A bulk look-up by identifier must not walk through every structure.
function candidates(world: Call['world'], criteria: readonly Criterion[]): readonly Structure[] {
  const identifiers = criteria.find(({ field }) => field === 'identifiant')?.values;
  if (identifiers === undefined) return world.structures();
  return [...new Set(identifiers)].map((identifiant) => world.structure(identifiant)).filter((one) => one !== undefined);
}

export const consulterOrganisation: Operation = {
  api: 'organisations',
  method: 'GET',
  path: 'structures/{reference}',
  answer: (call) => withStructure(call, (one) => json(200, organisationRecord(one))),
};

export const servicesOrganisation: Operation = {
  api: 'organisations',
  method: 'GET',
  path: 'structures/{reference}/services',
  answer: (call) => withStructure(call, (one) => json(200, serviceRecords(one))),
};

/** The one write: `{reception_edi?, connexion_edi?}`, 204, or 403 when the account may not. */
export const modifierParametresEdi: Operation = {
  api: 'organisations',
  method: 'PATCH',
  path: 'structures/{reference}/parametres-edi',
  input: {},
  answer: (call) => withStructure(call, (one) => {
    const reception = flag(own(call.body, 'reception_edi'));
    const connexion = flag(own(call.body, 'connexion_edi'));
    if (reception === 'wrong' || connexion === 'wrong') {
      return error(400, 'ParamsInvalidParametresEdi', 'Paramètres EDI invalides.', 'true ou false est attendu');
    }
    if (call.settings.ediPatch === 'forbid' || !reach(call.account).has(one.identifiant)) {
      return error(403, 'Forbidden', "Le compte technique n'est pas autorisé à modifier cette structure.", '');
    }
    call.setEdi(one.identifiant, {
      ...(reception === undefined ? {} : { reception }),
      ...(connexion === undefined ? {} : { connexion }),
    });
    return { status: 204 };
  }),
};

function flag(value: Json | undefined): boolean | 'wrong' | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'boolean' ? value : 'wrong';
}

function withStructure(call: Call, answer: (structure: Structure) => Answer): Answer {
  const reference = call.parameters['reference'] ?? '';
  const look = REFERENCES.find(({ pattern }) => pattern.test(reference));
  if (look === undefined) {
    return error(400, 'ParamsInvalidUuidStructures',
      "L'identifiant passé en paramètre n'est ni un UUID, ni un SIRET, ni un numéro de TVA Intracommunautaire.", reference);
  }
  const structure = look.find(call.world, reference);
  return structure === undefined ? error(400, 'NotFoundReference', 'Aucune Structure trouvée', reference) : answer(structure);
}

const REFERENCES: readonly { pattern: RegExp; find: (world: Call['world'], reference: string) => Structure | undefined }[] = [
  { pattern: /^[0-9a-f]{32}$/, find: (world, uuid) => world.structureByUuid(uuid) },
  { pattern: /^[0-9]{14}$/, find: (world, siret) => world.structure(siret) },
  { pattern: /^[A-Z]{2}[0-9A-Z]{2,13}$/, find: (world, vat) => world.structureByVat(vat) },
];

function error(status: number, code: string, message: string, detail: string): Answer {
  return json(status, [{ error: code, message, detail }]);
}
