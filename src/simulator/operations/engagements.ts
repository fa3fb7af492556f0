import { success } from '../envelope.ts';
import type { Operation } from '../operation.ts';

/** Engagements juridiques `rechercher`, with the criteria that integrators use: this world has none. */
export const rechercherEngagements: Operation = {
  api: 'engagements',
  method: 'POST',
  path: 'rechercher',
  input: {
    structureReceptriceEngagementJuridique: { kind: 'text' },
    numeroEngagementJuridique: { kind: 'text' },
    etatCourantEngagementJuridique: { kind: 'text' },
  },
  answer: () => success({
    listeEngagementJuridique: [],
    parametresRetour: { nbResultatsParPage: 10, pageCourante: 1, pages: 0, total: 0 },
  }),
};
