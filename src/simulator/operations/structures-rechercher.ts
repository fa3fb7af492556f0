import { success } from "../envelope.ts";
import { booleanOf, objectOf, textOf } from "../input.ts";
import type { InputShape } from "../input.ts";
import type { JsonObject } from "../json.ts";
import type { Call, Operation } from "../operation.ts";
import { paginate, pagingFields } from "../paging.ts";
import type { Columns } from "../paging.ts";
import { IDENTIFIER_TYPES } from "../scenario.ts";
import type { Structure } from "../structure.ts";
import { canRead } from "./attached.ts";

const COLUMNS: Columns<Structure> = {
  IdentifiantStructure: (one) => one.identifiant,
  DesignationStructure: (one) => one.designation,
  TypeIdentifiantStructure: (one) => one.type,
  Statut: (one) => one.statut,
};

const CRITERIA: InputShape = {
  identifiantStructure: { kind: "text" },
  typeIdentifiantStructure: { kind: "choice", values: IDENTIFIER_TYPES },
  typeStructure: { kind: "choice", values: ["PRIVEE", "PUBLIQUE"] },
  statutStructure: { kind: "choice", values: ["ACTIF", "INACTIF"] },
  raisonSocialeStructure: { kind: "text" },
  libelleStructure: { kind: "text" },
  nomStructure: { kind: "text" },
  prenomStructure: { kind: "text" },
  adresseCodePays: { kind: "text" },
  adresseCodePostal: { kind: "text" },
  adresseVille: { kind: "text" },
  estMOA: { kind: "boolean" },
  estMOAUniquement: { kind: "boolean" },
};

/**
 * Official Structures description 1.0.0, `rechercherStructure`. A structure that does not exist is an
 * empty list. The criteria say ACTIF and INACTIF, the answer ACTIVE and INACTIVE.
 */
export const rechercherStructure: Operation = {
  api: "structures",
  method: "POST",
  path: "rechercher",
  input: {
    structure: { kind: "object", fields: CRITERIA },
    parametres: { kind: "object", fields: pagingFields(Object.keys(COLUMNS)) },
    restreindreStructuresPrivees: { kind: "boolean" },
  },
  answer: (call) => {
    const page = paginate(found(call), objectOf(call.body, "parametres"), COLUMNS);
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

function found(call: Call): readonly Structure[] {
  const { body, world } = call;
  const criteria = objectOf(body, "structure");
  const identifiant = textOf(criteria, "identifiantStructure");
  const candidates = identifiant === undefined ? world.structures() : [world.structure(identifiant)];
  // The description does not explain this flag; here it leaves out the private structures one is not attached to.
  const restricted = booleanOf(body, "restreindreStructuresPrivees") === true;
  const tests = testsOf(criteria);
  const existing = candidates.filter((one) => one !== undefined);
  if (tests.length === 0 && !restricted) return existing;
  return existing.filter((one) => tests.every((test) => test(one)) && (!restricted || canRead(call, one)));
}

type Test = (one: Structure) => boolean;

/** One test for each criterion that is given: a search may walk through thousands of structures. */
function testsOf(criteria: JsonObject): readonly Test[] {
  const texts = Object.entries(TESTS).flatMap(([name, testFor]) => {
    const wanted = textOf(criteria, name);
    return wanted === undefined ? [] : [testFor(wanted)];
  });
  // Nobody in a scenario is a maître d'ouvrage.
  return ["estMOA", "estMOAUniquement"].some((name) => booleanOf(criteria, name) === true) ? [() => false] : texts;
}

const within = (valueOf: (one: Structure) => string) => (wanted: string): Test => {
  const lower = wanted.toLowerCase();
  return (one) => valueOf(one).toLowerCase().includes(lower);
};
const designation = within((one) => one.designation);
const person = within((one) => (one.type === "PARTICULIER" ? one.designation : ""));

const TESTS: Readonly<Record<string, (wanted: string) => Test>> = {
  typeIdentifiantStructure: (wanted) => (one) => one.type === wanted,
  typeStructure: (wanted) => (one) => one.nature === wanted,
  statutStructure: (wanted) => (one) => (one.statut === "ACTIVE" ? "ACTIF" : "INACTIF") === wanted,
  raisonSocialeStructure: designation,
  libelleStructure: designation,
  nomStructure: person,
  prenomStructure: person,
  adresseCodePays: (wanted) => () => wanted === "FR",
  // A scenario gives no addresses: a search by one finds nothing.
  adresseCodePostal: () => () => false,
  adresseVille: () => () => false,
};
