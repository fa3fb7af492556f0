import type { Address, KindName } from "../../model/address.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import { addTo, groupBy, type Group } from "../../model/group-by.ts";
import type { Resource } from "../../model/resource.ts";
import type { Plan } from "../plan.ts";
import type { ReportRow } from "./report-document.ts";

/** What a row is about: its own claims, and those it rests on with others. */
export interface RowClaims extends Pick<ReportRow, "environment" | "subject" | "name"> {
  readonly own: Group<Resource>;
  readonly beyond: readonly Address[];
}

/** Every resource is in one row at least: structures first, then what no structure rests on. */
export const rowClaims = (plan: Plan): readonly RowClaims[] => {
  const resources = plan.assessed.map(({ resource }) => resource);
  const index = indexed(resources);
  const structures = [...index.byStructure.values()].map((own) => structureRow(own, plan, index));
  const covered = new Set(structures.flatMap(({ own, beyond }) => [...own.map(({ address }) => address), ...beyond]));
  const alone = groupBy(
    resources.filter(({ address }) => !covered.has(address)),
    ({ environment, kind, names }) => keyOf(environment, subjectOf(kind), names[0]),
  );
  return [...structures, ...[...alone.values()].map(aloneRow)];
};

interface Index {
  readonly byAddress: ReadonlyMap<Address, Resource>;
  /** Claims on a structure, by environment and name. */
  readonly byStructure: ReadonlyMap<string, Group<Resource>>;
  /** Claims on an application, its raccordements, claims on an account. */
  readonly byHolder: ReadonlyMap<string, readonly Resource[]>;
  readonly matelas: readonly Resource[];
}

const indexed = (resources: readonly Resource[]): Index => {
  const byStructure = new Map<string, [Resource, ...Resource[]]>();
  const byHolder = new Map<string, Resource[]>();
  for (const resource of resources) {
    const { environment, kind, names } = resource;
    const structure = structureOf(resource);
    if (structure !== undefined) addTo(byStructure, keyOf(environment, structure), resource);
    const holder = HOLDERS[kind];
    if (holder !== undefined) addTo(byHolder, keyOf(environment, holder, names[0]), resource);
  }
  return { byAddress: new Map(resources.map((one) => [one.address, one])), byStructure, byHolder, matelas: resources.filter(({ kind }) => kind === "matelas") };
};

const structureRow = (own: Group<Resource>, plan: Plan, index: Index): RowClaims => {
  const [{ environment }] = own;
  const accounts = namesOf(own, "rattachement");
  const declared = namesOf(own, "raccordement");
  const comptes = plan.input.desired.environments[environment]?.comptesTechniques ?? {};
  const through = accounts.flatMap((account) => comptes[account]?.application ?? []);
  const applications = [...new Set([...declared, ...through])];
  const held = [
    ...accounts.flatMap((account) => index.byHolder.get(keyOf(environment, "account", account)) ?? []),
    ...applications.flatMap((application) => index.byHolder.get(keyOf(environment, "application", application)) ?? []),
    // A concentrateur's own raccordement serves its clients, who have none.
    ...(declared.length > 0 || plan.input.desired.topology !== "concentrateur" ? [] : applications.flatMap((application) => index.byHolder.get(keyOf(environment, "raccordement", application)) ?? [])),
    ...(environment === "qualification" ? index.matelas : []),
  ];
  return { environment, subject: "structure", name: structureOf(own[0]) ?? "", own, beyond: withNeeds(held, index) };
};

/** With what they depend on: a subscription's consent, an application's account. What belongs to a structure is its own row's. */
const withNeeds = (held: readonly Resource[], { byAddress }: Index): readonly Address[] => {
  const found = new Set(held);
  for (const { kind, dependsOn } of found) {
    if (kind === "raccordement" || kind === "compte-technique") continue;
    for (const address of dependsOn) {
      const needed = byAddress.get(address);
      if (needed !== undefined && structureOf(needed) === undefined) found.add(needed);
    }
  }
  return [...found].map(({ address }) => address);
};

const aloneRow = (own: Group<Resource>): RowClaims => {
  const [{ environment, kind, names: [name = ""] }] = own;
  return { environment, subject: subjectOf(kind), name, own, beyond: [] };
};

const namesOf = (own: readonly Resource[], kind: KindName): readonly string[] => [...new Set(own.flatMap((one) => (one.kind === kind ? (one.names[0] ?? []) : [])))];

const subjectOf = (kind: KindName): RowClaims["subject"] => (kind === "application" || kind === "credentials" || kind === "subscription" ? "application" : "account");

const keyOf = (environment: EnvironmentName, ...parts: readonly (string | undefined)[]): string => [environment, ...parts].join(" ");

/** The structure that a claim is on. */
const structureOf = ({ kind, names }: Resource): string | undefined => {
  const place = STRUCTURE_PLACES[kind];
  return place === undefined ? undefined : names[place];
};

/** Which part of its address names the structure that a claim is on. */
const STRUCTURE_PLACES: Partial<Readonly<Record<KindName, number>>> = { structure: 0, espace: 0, service: 0, edi: 0, raccordement: 1, rattachement: 1 };

/** Of what structures rest on, whose it is: the first part of its address names it. */
const HOLDERS: Partial<Readonly<Record<KindName, "application" | "raccordement" | "account">>> = {
  application: "application",
  credentials: "application",
  subscription: "application",
  raccordement: "raccordement",
  "compte-technique": "account",
};
