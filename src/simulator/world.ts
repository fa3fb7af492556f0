import { own } from "./own.ts";
import { fullStructure } from "./structure.ts";
import type { Structure } from "./structure.ts";
import { structureKeys } from "./structure-keys.ts";
import { serviceIndex, structureIndex } from "./structure-index.ts";
import type { ServiceIndex, StructureIndex } from "./structure-index.ts";
import type {
  Environment, EspaceId, OauthCredentials, ScenarioAccount, ScenarioApplication, ScenarioEnvironment,
  ScenarioRaccordement, ScenarioStructure,
} from "./scenario.ts";

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
  /** The identifiers that an account reaches: its home structure and its attachments, each once. */
  reach(account: ScenarioAccount): ReadonlySet<string>;
  /** Those of them that exist, in the same order. */
  attached(account: ScenarioAccount): readonly string[];
  /** The structure and the code of a service, by its key in the Référentiel des organisations. */
  serviceByUuid(uuid: string): { readonly structure: Structure; readonly code: string } | undefined;
}

/** One that can ask for a token. */
export interface NamedApplication extends ScenarioApplication, OauthCredentials {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** `structures` is asked at each call, so that an EDI parameter can change without a new index. */
export function world(
  environment: Environment,
  data: ScenarioEnvironment,
  structures: () => { readonly [identifiant: string]: ScenarioStructure },
): World {
  const applications = new Map<string, NamedApplication>();
  for (const [name, application] of Object.entries(data.applications ?? {})) {
    const { clientId, clientSecret } = application;
    if (clientId === undefined || clientSecret === undefined || applications.has(clientId)) continue;
    applications.set(clientId, { ...application, clientId, clientSecret, name });
  }
  const raccordements = new Map<string, ScenarioRaccordement[]>();
  for (const one of Object.values(data.raccordements ?? {})) {
    const known = raccordements.get(one.application);
    if (known === undefined) raccordements.set(one.application, [one]);
    else known.push(one);
  }
  const keysOf = structureKeys(environment);
  const known = new Map<string, { readonly short: ScenarioStructure; readonly one: Structure }>();
  const full = (identifiant: string, short: ScenarioStructure): Structure => {
    const found = known.get(identifiant);
    if (found?.short === short) return found.one;
    const one = fullStructure(environment, identifiant, keysOf(identifiant), short);
    known.set(identifiant, { short, one });
    return one;
  };
  const reaches = new WeakMap<ScenarioAccount, ReadonlySet<string>>();
  const attached = new WeakMap<ScenarioAccount, readonly string[]>();
  const reach = (account: ScenarioAccount): ReadonlySet<string> => {
    const reached = reaches.get(account) ?? new Set([account.structure, ...account.rattachements]);
    reaches.set(account, reached);
    return reached;
  };
  let built: StructureIndex | undefined;
  const index = (): StructureIndex => (built ??= structureIndex(structures(), keysOf));
  const structure = (identifiant: string | undefined): Structure | undefined => {
    const short = identifiant === undefined ? undefined : own(structures(), identifiant);
    return identifiant === undefined || short === undefined ? undefined : full(identifiant, short);
  };
  let listed: { readonly of: unknown; readonly all: readonly Structure[] } | undefined;
  // One list for as long as nothing changes: a search without an identifier walks through thousands.
  const all = (): readonly Structure[] => {
    const current = structures();
    if (listed?.of !== current) {
      listed = { of: current, all: Object.entries(current).map(([identifiant, short]) => full(identifiant, short)) };
    }
    return listed.all;
  };
  let services: ServiceIndex | undefined;
  return {
    environment,
    applicationOf: (clientId) => applications.get(clientId),
    account: (login) => own(data.comptesTechniques, login),
    raccordementsOf: (application) => raccordements.get(application) ?? [],
    structure,
    structureById: (id) => structure(index().byId.get(id)),
    structureByUuid: (uuid) => structure(index().byUuid.get(uuid)),
    structureByVat: (vat) => structure(index().byVat.get(vat)),
    structures: all,
    reach,
    attached: (account) => {
      const existing = attached.get(account) ?? [...reach(account)].filter((identifiant) => Object.hasOwn(structures(), identifiant));
      attached.set(account, existing);
      return existing;
    },
    serviceByUuid: (uuid) => {
      const found = (services ??= serviceIndex(all())).get(uuid);
      const owner = structure(found?.identifiant);
      return owner === undefined || found === undefined ? undefined : { structure: owner, code: found.code };
    },
  };
}

/** Whether an espace is open on a structure that the account reaches, and the account habilitated to it. */
export function canUseEspace(account: ScenarioAccount, structure: Structure, espace: EspaceId): boolean {
  const habilitated = own(account.habilitations, structure.identifiant) ?? structure.espaces;
  return structure.espaces.includes(espace) && habilitated.includes(espace);
}
