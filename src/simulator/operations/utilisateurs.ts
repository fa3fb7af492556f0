import { success } from '../envelope.ts';
import { attachmentId } from '../identifiers.ts';
import { objectOf } from '../input.ts';
import type { JsonObject } from '../json.ts';
import type { Operation } from '../operation.ts';
import { paginate } from '../paging.ts';
import type { Columns } from '../paging.ts';
import type { Structure } from '../structure.ts';
import { reach } from '../world.ts';
import { listedServices } from './structures-services.ts';

/**
 * `monCompte/recuperer/rattachements`: the structures and services that the account is attached to.
 * Role and statuses are plausible values: the enumerations are not published.
 */
export const recupererRattachements: Operation = {
  api: 'utilisateurs',
  method: 'POST',
  path: 'monCompte/recuperer/rattachements',
  input: {
    parametresRecherche: {
      kind: 'object',
      fields: {
        nbResultatsParPage: { kind: 'integer', minimum: 1 },
        pageResultatDemandee: { kind: 'integer', minimum: 1 },
        triColonne: { kind: 'text' },
        triSens: { kind: 'choice', values: ['Descendant', 'Ascendant'] },
      },
    },
  },
  answer: ({ account, login, world, body }) => {
    const attached = [...reach(account)].map((identifiant) => world.structure(identifiant)).filter((one) => one !== undefined);
    const page = paginate(attached, objectOf(body, 'parametresRecherche'), COLUMNS);
    return success({
      listeStructureRattachement: page.items.map((one) => attachment(one, login)),
      parametresRetour: page.parametresRetour,
    });
  },
};

const COLUMNS: Columns<Structure> = {
  IdStructure: (one) => one.id,
  IdentifiantStructure: (one) => one.identifiant,
  DesignationStructure: (one) => one.designation,
};

function attachment(one: Structure, login: string): JsonObject {
  return {
    idRattachementStructure: attachmentId(one.environment, login, one.identifiant),
    idStructure: one.id,
    identifiantStructure: one.identifiant,
    typeIdentifiantStructure: one.type,
    designationStructure: one.designation,
    roleUtilisateur: 'GESTIONNAIRE',
    statutUtilisateur: 'ACTIF',
    statutRattachementStructure: 'ACTIF',
    listeServicesRattache: listedServices(one).map((service) => ({
      ...service,
      idRattachementService: attachmentId(one.environment, login, one.identifiant, service.codeService),
      statutRattachementService: 'ACTIF',
    })),
  };
}
