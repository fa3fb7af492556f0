import { ENVIRONMENTS } from "../scenario.ts";
import type { Environment } from "../scenario.ts";
import { DISTRIBUTION } from "./distribution.ts";
import { CONTACT, emptyEnvironment, GENERATED_AT_MS, PISTE } from "./draft.ts";
import type { Draft, DraftEnvironment, DraftStructure, GenerateOptions } from "./draft.ts";
import { draftAccount } from "./draft-account.ts";
import { draftApplication } from "./draft-application.ts";
import { draftStructure } from "./draft-structure.ts";
import { draw } from "./draw.ts";

/** Draws everything that is wanted in both environments, and what of it exists. */
export function draftWorld(options: GenerateOptions): Draft {
  const { topology } = options;
  const [qualification, production] = ENVIRONMENTS.map((environment) => {
    const content = emptyEnvironment();
    DRAFTERS[topology](content, environment, options);
    return content;
  });
  return { topology, environments: { qualification, production } as Draft["environments"] };
}

type Drafter = (content: DraftEnvironment, environment: Environment, options: GenerateOptions) => void;

/** Types of connection of the Chorus Pro documentation: who has the application, the raccordement and the account. */
const DRAFTERS: Readonly<Record<GenerateOptions["topology"], Drafter>> = {
  // One application and, for each structure, a raccordement; an account for each gestionnaire.
  direct: (content, environment, options) => {
    const own = ownStructures(content, environment, options, options.structures);
    addApplication(content, environment, options, "principale", "EXEMPLE-GENERATION");
    for (const one of own) addRaccordement(content, environment, options, one, nameOf(content, "principale"));
  },
  // Every client has all three. In qualification the éditeur tries with its own.
  editeur: (content, environment, options) => {
    if (environment === "qualification") return DRAFTERS.direct(content, environment, { ...options, structures: 1 });
    for (const client of clientStructures(content, environment, options)) {
      const nom = `EXEMPLE-GENERATION-${client.name}`;
      addApplication(content, environment, options, client.name, nom);
      addRaccordement(content, environment, options, client, nom);
    }
  },
  // One application and one raccordement serve every client, who each have an account.
  concentrateur: (content, environment, options) => {
    const [operator] = ownStructures(content, environment, options, 1);
    addApplication(content, environment, options, "principale", "EXEMPLE-GENERATION");
    if (operator !== undefined) addRaccordement(content, environment, options, operator, nameOf(content, "principale"), true);
    if (environment === "production") clientStructures(content, environment, options);
  },
};

/** Structures of one's own; each fifty have a gestionnaire, whose account is on the first of them. */
function ownStructures(content: DraftEnvironment, environment: Environment, { seed, now }: GenerateOptions, count: number): readonly DraftStructure[] {
  for (let first = 0; first < count; first += PER_GESTIONNAIRE) {
    const gestionnaire = `g${padded(first / PER_GESTIONNAIRE + 1)}`;
    const group = Array.from({ length: Math.min(PER_GESTIONNAIRE, count - first) }, (_, at) =>
      draftStructure({ seed, environment, index: first + at, name: `s${padded(first + at + 1)}`, gestionnaire, client: false, sound: at === 0 }));
    const [home, ...others] = group;
    if (home === undefined) continue;
    content.structures.push(...group);
    content.accounts.push(draftAccount({ seed, environment, now: now ?? GENERATED_AT_MS, home, others }));
    content.gestionnaires.push({ name: gestionnaire, structures: group.filter(({ exists }) => exists).map(({ identifiant }) => identifiant) });
  }
  return content.structures.slice();
}

/** Clients' structures, each with its gestionnaire and its account; some gestionnaires have a second client's as well. */
function clientStructures(content: DraftEnvironment, environment: Environment, { seed, structures: count, now }: GenerateOptions): readonly DraftStructure[] {
  const clients = Array.from({ length: count }, (_, index) => {
    const name = `C${padded(index + 1)}`;
    return draftStructure({ seed, environment, index, name, gestionnaire: name, client: true, sound: false });
  });
  for (const [index, home] of clients.entries()) {
    const before = clients[index - 1];
    const reaches = draw(seed, environment, "reach", home.name).chance(DISTRIBUTION.reachesAnother);
    const others = reaches && before?.exists === true ? [before] : [];
    content.accounts.push(draftAccount({ seed, environment, now: now ?? GENERATED_AT_MS, home, others }));
    const known = [home, ...others].filter(({ exists }) => exists).map(({ identifiant }) => identifiant);
    if (known.length > 0) content.gestionnaires.push({ name: home.gestionnaire, structures: known });
  }
  content.structures.push(...clients);
  return clients;
}

function addApplication(content: DraftEnvironment, environment: Environment, { seed }: GenerateOptions, name: string, nom: string): void {
  const sandbox = environment === "qualification" ? `APP_SANDBOX_${PISTE}` : nom;
  content.applications.push(draftApplication(seed, environment, name, { nom: sandbox, sound: name === "principale" }));
}

function addRaccordement(
  content: DraftEnvironment, environment: Environment, { seed }: GenerateOptions, structure: DraftStructure, application: string, shared = false,
): void {
  const missing = draw(seed, environment, "raccordement", structure.name).chance(DISTRIBUTION.raccordementAbsent) && !shared;
  content.raccordements.push({
    value: { structure: structure.identifiant, application, contact: CONTACT, ...(shared ? { concentrateur: true } : {}) },
    exists: structure.exists && !missing,
  });
}

function nameOf(content: DraftEnvironment, name: string): string {
  return content.applications.find((one) => one.name === name)?.nom ?? name;
}

function padded(number: number): string {
  return String(number).padStart(5, "0");
}

const PER_GESTIONNAIRE = 50;
