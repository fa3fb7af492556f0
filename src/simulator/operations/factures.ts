import { LIBELLE_FACTURES, success } from '../envelope.ts';
import { objectOf } from '../input.ts';
import type { InputShape } from '../input.ts';
import type { Operation } from '../operation.ts';
import { paginate } from '../paging.ts';

const PAGING: InputShape = {
  nbResultatsParPage: { kind: 'integer', minimum: 1 },
  pageResultatDemandee: { kind: 'integer', minimum: 1 },
  triColonne: { kind: 'text' },
  triSens: { kind: 'choice', values: ['Descendant', 'Ascendant'] },
};

const DATES: InputShape = {
  periodeDateDepotDu: { kind: 'text' },
  periodeDateDepotAu: { kind: 'text' },
};

/** Official Factures description 1.0.0: this world has no invoices, so the list is empty. */
export const rechercherFournisseur: Operation = {
  api: 'factures',
  method: 'POST',
  path: 'rechercher/fournisseur',
  input: { ...DATES, rechercheFactureParFournisseur: { kind: 'object', fields: PAGING } },
  answer: ({ body }) => {
    const { parametresRetour } = paginate([], objectOf(body, 'rechercheFactureParFournisseur'));
    return success({ listeFactures: [], parametresRetour }, LIBELLE_FACTURES);
  },
};

/** Official Factures description 1.0.0: unlike its neighbours, this one spells the paging flat. */
export const rechercherRecipiendaire: Operation = {
  api: 'factures',
  method: 'POST',
  path: 'rechercher/recipiendaire',
  input: { ...DATES, paramRecherche: { kind: 'object', fields: PAGING } },
  answer: ({ body }) => {
    const { parametresRetour } = paginate([], objectOf(body, 'paramRecherche'));
    return success({ listeFactures: [], ...parametresRetour }, LIBELLE_FACTURES);
  },
};
