import { own } from './own.ts';
import { fullStructure } from './structure.ts';
import type { Structure } from './structure.ts';
import { structureKeys } from './structure-keys.ts';
import { structureIndex } from './structure-index.ts';
import type { StructureIndex } from './structure-index.ts';
import type {
  Environment, EspaceId, ScenarioAccount, ScenarioApplication, ScenarioEnvironment, ScenarioRaccordement, ScenarioStructure,
} from './scenario.ts';

/** One environment of a scenario, as the gateway and the operations look at it. */
export interface World {
  readonly environment: Environment;
  applicationOf(clientId: string): NamedApplication | undefined;
  account(login: string): ScenarioAccount | undefined;
  raccordementsOf(application: string): readonly ScenarioRaccordement[];
  structure(identifiant: string): Structure | undefined;
  structureById(id: number): Structure | undefined;
  structureByUuid(uuid: string): Structure | undefined;
  structureByVat(vat: string): Structure | undefined;
  structures(): readonly Structure[];
}

export interface NamedApplication extends ScenarioApplication {
  readonly name: string;
}

/** `structures` is asked at each call, so that an EDI parameter can change without a new index. */
export function world(
  environment: Environment,
  data: ScenarioEnvironment,
  structures: () => { readonly [identifiant: string]: ScenarioStructure },
): World {
  const applications = new Map<string, NamedApplication>();
  for (const [name, application] of Object.entries(data.applications ?? {})) {
    if (!applications.has(application.clientId)) applications.set(application.clientId, { ...application, name });
  }
  const raccordements = new Map<string, ScenarioRaccordement[]>();
  for (const one of Object.values(data.raccordements ?? {})) {
    const known = raccordements.get(one.application);
    if (known === undefined) raccordements.set(one.application, [one]);
    else known.push(one);
  }
  const keysOf = structureKeys(environment);
  const full = (identifiant: string, short: ScenarioStructure): Structure =>
    fullStructure(environment, identifiant, keysOf(identifiant), short);
  let built: StructureIndex | undefined;
  const index = (): StructureIndex => (built ??= structureIndex(structures(), keysOf));
  const structure = (identifiant: string | undefined): Structure | undefined => {
    const short = identifiant === undefined ? undefined : own(structures(), identifiant);
    return identifiant === undefined || short === undefined ? undefined : full(identifiant, short);
  };
  return {
    environment,
    applicationOf: (clientId) => applications.get(clientId),
    account: (login) => own(data.comptesTechniques, login),
    raccordementsOf: (application) => raccordements.get(application) ?? [],
    structure,
    structureById: (id) => structure(index().byId.get(id)),
    structureByUuid: (uuid) => structure(index().byUuid.get(uuid)),
    structureByVat: (vat) => structure(index().byVat.get(vat)),
    structures: () => Object.entries(structures()).map(([identifiant, short]) => full(identifiant, short)),
  };
}

/** The identifiers that an account reaches: its home structure and its attachments, each once. */
export function reach(account: ScenarioAccount): ReadonlySet<string> {
  return new Set([account.structure, ...account.rattachements]);
}

/** Whether an espace is open on an attached structure and the account habilitated to it. */
export function canUseEspace(account: ScenarioAccount, structure: Structure, espace: EspaceId): boolean {
  const habilitated = own(account.habilitations, structure.identifiant) ?? structure.espaces;
  return reach(account).has(structure.identifiant) && structure.espaces.includes(espace) && habilitated.includes(espace);
}

/** Whether an account may see a structure from the inside: attached to it, or the structure is public. */
export function canRead(account: ScenarioAccount, structure: Structure): boolean {
  return structure.nature === 'PUBLIQUE' || reach(account).has(structure.identifiant);
}
