import { json } from '../answer.ts';
import { businessRefusal, success } from '../envelope.ts';
import { textOf } from '../input.ts';
import type { JsonObject } from '../json.ts';
import type { Operation } from '../operation.ts';
import { IDENTIFIER_TYPES } from '../scenario.ts';
import type { EspaceId } from '../scenario.ts';
import { canUseEspace, reach } from '../world.ts';

/** `health-check`: needs a token and an account that logs in (measured by integrators). */
export const healthCheck: Operation = {
  api: 'transverses',
  method: 'GET',
  path: 'health-check',
  answer: () => json(200, { body: 'Le service est disponible.', statusCode: 'OK', statusCodeValue: 200 }),
};

export const structuresFournisseur = structuresActives('fournisseur', 'factures-emises');
export const structuresDestinataire = structuresActives('destinataire', 'factures-recues');
export const structuresFactureTravaux = structuresActives('facturetravaux', 'factures-travaux');

/**
 * `recuperer/structures/actives/…`: active structures that the account is attached to, on which the
 * espace is open, and to whose espace it is habilitated. The list comes whole, without paging.
 */
function structuresActives(role: string, espace: EspaceId): Operation {
  return {
    api: 'transverses',
    method: 'POST',
    path: `recuperer/structures/actives/${role}`,
    input: {},
    answer: ({ account, world }) => success({
      listeStructures: [...reach(account)]
        .map((identifiant) => world.structure(identifiant))
        .filter((one) => one !== undefined)
        .filter((one) => one.statut === 'ACTIVE' && canUseEspace(account, one, espace))
        .map((one) => ({ idStructureCPP: one.id, identifiant: one.identifiant, designationStructure: one.designation })),
    }),
  };
}

export const recupererTypesIdentifiant = reference('recuperer/typeidentifiant/structure', {
  listeTypeIdentifiant: IDENTIFIER_TYPES.map((typeIdentifiantStructure) => ({ typeIdentifiantStructure })),
});

export const recupererTauxTva = reference('recuperer/tauxtva', {
  listeTauxTva: [
    { codeTauxTva: 'TVA1', libelleTauxTva: '20 %', valeurTauxTva: 20 },
    { codeTauxTva: 'TVA2', libelleTauxTva: '10 %', valeurTauxTva: 10 },
    { codeTauxTva: 'TVA3', libelleTauxTva: '5,5 %', valeurTauxTva: 5.5 },
    { codeTauxTva: 'TVA4', libelleTauxTva: '0 %', valeurTauxTva: 0 },
  ],
});

export const recupererDevises = reference('recuperer/devises', {
  listeDevises: [
    { codeDevise: 'EUR', libelleDevise: 'Euro' },
    { codeDevise: 'XPF', libelleDevise: 'Franc CFP' },
  ],
});

function reference(path: string, fields: JsonObject): Operation {
  return {
    api: 'transverses',
    method: 'POST',
    path,
    input: { codeLangue: { kind: 'text' } },
    answer: () => success(fields),
  };
}

/** `consulter/information/siret`: what INSEE knows of a SIRET. It does not work in qualification. */
export const consulterSiret: Operation = {
  api: 'transverses',
  method: 'POST',
  path: 'consulter/information/siret',
  input: { siretStructure: { kind: 'text', required: true } },
  answer: ({ environment, world, body }) => {
    if (environment === 'qualification') return businessRefusal("Service indisponible sur l'espace de qualification.");
    const structure = world.structure(textOf(body, 'siretStructure') ?? '');
    if (structure?.type !== 'SIRET') return businessRefusal('SIRET inconnu.');
    return success({
      siret: structure.identifiant,
      siren: structure.identifiant.slice(0, 9),
      raisonSociale: structure.designation,
      estActif: structure.statut === 'ACTIVE',
      nonDiffusibleInsee: false,
    });
  },
};
