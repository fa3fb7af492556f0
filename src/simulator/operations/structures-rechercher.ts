import { success } from '../envelope.ts';
import { booleanOf, objectOf, textOf } from '../input.ts';
import type { InputShape } from '../input.ts';
import type { JsonObject } from '../json.ts';
import type { Call, Operation } from '../operation.ts';
import { paginate, pagingFields } from '../paging.ts';
import type { Columns } from '../paging.ts';
import { IDENTIFIER_TYPES } from '../scenario.ts';
import type { Structure } from '../structure.ts';
import { canRead } from '../world.ts';

const COLUMNS: Columns<Structure> = {
  IdentifiantStructure: (one) => one.identifiant,
  DesignationStructure: (one) => one.designation,
  TypeIdentifiantStructure: (one) => one.type,
  Statut: (one) => one.statut,
};

const CRITERIA: InputShape = {
  identifiantStructure: { kind: 'text' },
  typeIdentifiantStructure: { kind: 'choice', values: IDENTIFIER_TYPES },
  typeStructure: { kind: 'choice', values: ['PRIVEE', 'PUBLIQUE'] },
  statutStructure: { kind: 'choice', values: ['ACTIF', 'INACTIF'] },
  raisonSocialeStructure: { kind: 'text' },
  libelleStructure: { kind: 'text' },
  nomStructure: { kind: 'text' },
  prenomStructure: { kind: 'text' },
  adresseCodePays: { kind: 'text' },
  adresseCodePostal: { kind: 'text' },
  adresseVille: { kind: 'text' },
  estMOA: { kind: 'boolean' },
  estMOAUniquement: { kind: 'boolean' },
};

/**
 * Official Structures description 1.0.0, `rechercherStructure`. A structure that does not exist is an
 * empty list. The criteria say ACTIF and INACTIF, the answer ACTIVE and INACTIVE.
 */
export const rechercherStructure: Operation = {
  api: 'structures',
  method: 'POST',
  path: 'rechercher',
  input: {
    structure: { kind: 'object', fields: CRITERIA },
    parametres: { kind: 'object', fields: pagingFields(Object.keys(COLUMNS)) },
    restreindreStructuresPrivees: { kind: 'boolean' },
  },
  answer: (call) => {
    const page = paginate(found(call), objectOf(call.body, 'parametres'), COLUMNS);
    return success({
      listeStructures: page.items.map((one) => ({
        idStructureCPP: one.id,
        identifiantStructure: one.identifiant,
        designationStructure: one.designation,
        typeIdentifiantStructure: one.type,
        statut: one.statut,
      })),
      parametresRetour: page.parametresRetour,
    });
  },
};

function found({ body, world, account }: Call): readonly Structure[] {
  const criteria = objectOf(body, 'structure');
  const identifiant = textOf(criteria, 'identifiantStructure');
  const candidates = identifiant === undefined ? world.structures() : [world.structure(identifiant)];
  // The description does not explain this flag; here it leaves out the private structures one is not attached to.
  const restricted = booleanOf(body, 'restreindreStructuresPrivees') === true;
  return candidates.filter((one) => one !== undefined)
    .filter((one) => matches(one, criteria) && (!restricted || canRead(account, one)));
}

function matches(one: Structure, criteria: JsonObject): boolean {
  const equal = (name: string, value: string): boolean => (textOf(criteria, name) ?? value) === value;
  const within = (name: string, value: string): boolean =>
    value.toLowerCase().includes((textOf(criteria, name) ?? '').toLowerCase());
  const person = one.type === 'PARTICULIER' ? one.designation : '';
  return equal('typeIdentifiantStructure', one.type)
    && equal('typeStructure', one.nature)
    && equal('statutStructure', one.statut === 'ACTIVE' ? 'ACTIF' : 'INACTIF')
    && within('raisonSocialeStructure', one.designation)
    && within('libelleStructure', one.designation)
    && within('nomStructure', person)
    && within('prenomStructure', person)
    && equal('adresseCodePays', 'FR')
    && UNKNOWN_ADDRESS.every((name) => equal(name, ''))
    && booleanOf(criteria, 'estMOA') !== true
    && booleanOf(criteria, 'estMOAUniquement') !== true;
}

// A scenario gives no addresses: a search by one finds nothing.
const UNKNOWN_ADDRESS = ['adresseCodePostal', 'adresseVille'] as const;
