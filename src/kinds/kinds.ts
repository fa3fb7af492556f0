import type { Address, KindName } from "../model/address.ts";
import type { Desired } from "../model/desired.ts";
import type { Resource } from "../model/resource.ts";
import { applicationEntries } from "./application-entries.ts";
import { application } from "./application.ts";
import { cgu } from "./cgu.ts";
import { comptePiste } from "./compte-piste.ts";
import { compteTechnique } from "./compte-technique.ts";
import { credentials } from "./credentials.ts";
import { edi } from "./edi.ts";
import { espace } from "./espace.ts";
import type { DeclareContext, Kind } from "./kind.ts";
import { matelas } from "./matelas.ts";
import { raccordement } from "./raccordement.ts";
import { rattachement } from "./rattachement.ts";
import { service } from "./service.ts";
import { structureEntries } from "./structure-entries.ts";
import { structure } from "./structure.ts";
import { subscription } from "./subscription.ts";
import type { Within } from "./within.ts";

/** Every kind, in the order in which an onboarding goes. Adding one is its file, the schema and a line here. */
const REGISTRY: { readonly [K in KindName]: Kind<K> } = {
  "compte-piste": comptePiste,
  application,
  cgu,
  subscription,
  credentials,
  matelas,
  structure,
  "compte-technique": compteTechnique,
  espace,
  raccordement,
  rattachement,
  service,
  edi,
};

export const KIND_ORDER = Object.keys(REGISTRY) as readonly KindName[];

export const kindNamed = <K extends KindName>(name: K): Kind<K> => REGISTRY[name];

/** The kind of a resource whose type is only known when it runs. */
export const kindOfResource = (resource: Resource): Kind<KindName> => REGISTRY[resource.kind];

/** Everything that must exist at a moment (milliseconds since the epoch), or a part of it, kind by kind. */
export const declareResources = (desired: Desired, nowMs: number, { keeps, kinds, structures }: Within = {}): readonly Resource[] => {
  const context: DeclareContext = {
    nowMs,
    within: structures,
    structures: [...structureEntries(desired, nowMs, structures)],
    applications: [...applicationEntries(desired, nowMs)],
  };
  const share = addressSharer();
  const declared: Resource[] = [];
  for (const name of KIND_ORDER) {
    if (kinds?.has(name) === false) continue;
    for (const resource of REGISTRY[name].declare(desired, context) as Iterable<Resource>) {
      if (keeps === undefined || keeps(resource)) declared.push(share(resource));
    }
  }
  return declared;
};

/** Makes the same of a resource with each address kept once: hundreds of thousands are named, by tens of thousands. */
const addressSharer = (): ((resource: Resource) => Resource) => {
  const known = new Map<Address, Address>();
  const shared = (named: Address): Address => {
    const first = known.get(named);
    if (first === undefined) known.set(named, named);
    return first ?? named;
  };
  const [dependsOn, provenThrough] = [listSharer(shared), listSharer(shared)];
  // Member by member, those that may be absent last: of all objects the most are these, and a copy of one takes more.
  return (resource) =>
    ({
      address: shared(resource.address),
      kind: resource.kind,
      environment: resource.environment,
      names: resource.names,
      subject: shared(resource.subject),
      lifecycle: resource.lifecycle,
      dependsOn: dependsOn(resource.dependsOn),
      provenThrough: provenThrough(resource.provenThrough),
      spec: resource.spec,
      ...(resource.client === undefined ? {} : { client: resource.client }),
    }) as Resource;
};

/** What follows one another, the subscriptions of an application or the espaces of a structure, often names the same. */
const listSharer = (shared: (named: Address) => Address): ((list: readonly Address[]) => readonly Address[]) => {
  let last: readonly Address[] = NONE;
  return (list) => {
    if (list.length === 0) return NONE;
    if (list.length !== last.length || list.some((one, at) => one !== last[at])) last = list.map(shared);
    return last;
  };
};

const NONE: readonly Address[] = [];
