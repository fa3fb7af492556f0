import { parseAddress, type Address, type KindName } from "../../model/address.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import { addTo } from "../../model/group-by.ts";
import type { Resource } from "../../model/resource.ts";
import type { Plan } from "../plan.ts";
import type { ReportRow } from "./report-document.ts";

/** What a row is about: its own claims, and those it rests on with others. */
export interface RowClaims extends Pick<ReportRow, "environment" | "subject" | "name"> {
  readonly own: readonly Resource[];
  readonly beyond: readonly Address[];
}

/** Every resource is in one row at least: structures first, then what no structure rests on. */
export const rowClaims = (plan: Plan): readonly RowClaims[] => {
  const resources = plan.assessed.map(({ resource }) => resource);
  const index = indexed(resources);
  const structures = [...index.byStructure.values()].map((own) => structureRow(own, plan, index));
  const covered = new Set(structures.flatMap(({ own, beyond }) => [...own.map(({ address }) => address), ...beyond]));
  const alone = new Map<string, Resource[]>();
  for (const resource of resources) if (!covered.has(resource.address)) addTo(alone, `${resource.environment} ${subjectOf(resource.kind)} ${firstName(resource)}`, resource);
  return [...structures, ...[...alone.values()].map(aloneRow)];
};

interface Index {
  readonly byAddress: ReadonlyMap<Address, Resource>;
  /** Claims on a structure, by environment and name. */
  readonly byStructure: ReadonlyMap<string, readonly Resource[]>;
  /** Claims on an application, its raccordements, claims on an account. */
  readonly byHolder: ReadonlyMap<string, readonly Resource[]>;
  readonly matelas: readonly Resource[];
}

const indexed = (resources: readonly Resource[]): Index => {
  const byStructure = new Map<string, Resource[]>();
  const byHolder = new Map<string, Resource[]>();
  for (const resource of resources) {
    const { environment, kind, names } = resource;
    const place = STRUCTURE_PLACES[kind];
    if (place !== undefined) addTo(byStructure, keyOf(environment, names[place]), resource);
    const holder = HOLDERS[kind];
    if (holder !== undefined) addTo(byHolder, keyOf(environment, names[0], holder), resource);
  }
  return { byAddress: new Map(resources.map((one) => [one.address, one])), byStructure, byHolder, matelas: resources.filter(({ kind }) => kind === "matelas") };
};

const structureRow = (own: readonly Resource[], plan: Plan, index: Index): RowClaims => {
  const [first] = own;
  const environment = first?.environment ?? "production";
  const name = first === undefined ? "" : (first.names[STRUCTURE_PLACES[first.kind] ?? 0] ?? "");
  const accounts = namesOf(own, "rattachement");
  const declared = namesOf(own, "raccordement");
  const comptes = plan.input.desired.environments[environment]?.comptesTechniques ?? {};
  const through = accounts.flatMap((account) => comptes[account]?.application ?? []);
  const applications = [...new Set([...declared, ...through])];
  const held = [
    ...accounts.flatMap((account) => index.byHolder.get(keyOf(environment, account, "account")) ?? []),
    ...applications.flatMap((application) => index.byHolder.get(keyOf(environment, application, "application")) ?? []),
    // A concentrateur's own raccordement serves its clients, who have none.
    ...(declared.length > 0 || plan.input.desired.topology !== "concentrateur" ? [] : applications.flatMap((application) => index.byHolder.get(keyOf(environment, application, "raccordement")) ?? [])),
    ...(environment === "qualification" ? index.matelas : []),
  ];
  return { environment, subject: "structure", name, own, beyond: withNeeds(held, index) };
};

/** With what they depend on: a subscription's consent, an application's account. What belongs to a structure is its own row's. */
const withNeeds = (held: readonly Resource[], { byAddress }: Index): readonly Address[] => {
  const found = new Set(held.map(({ address }) => address));
  for (const address of found) {
    const resource = byAddress.get(address);
    if (resource === undefined || resource.kind === "raccordement" || resource.kind === "compte-technique") continue;
    for (const needed of resource.dependsOn) if (byAddress.has(needed) && STRUCTURE_PLACES[byAddress.get(needed)?.kind ?? "structure"] === undefined) found.add(needed);
  }
  return [...found];
};

const aloneRow = (own: readonly Resource[]): RowClaims => {
  const [first] = own;
  const kind = first?.kind ?? "compte-piste";
  return { environment: first?.environment ?? "production", subject: subjectOf(kind), name: first === undefined ? "" : firstName(first), own, beyond: [] };
};

const namesOf = (own: readonly Resource[], kind: KindName): readonly string[] => [...new Set(own.flatMap((one) => (one.kind === kind ? (one.names[0] ?? []) : [])))];

const firstName = ({ address, names }: Resource): string => names[0] ?? parseAddress(address)?.names[0] ?? "";

const subjectOf = (kind: KindName): RowClaims["subject"] => (kind === "application" || kind === "credentials" || kind === "subscription" ? "application" : "account");

const keyOf = (environment: EnvironmentName, name: string | undefined, of = ""): string => `${environment} ${of} ${name ?? ""}`;

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
