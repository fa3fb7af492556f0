import { defined } from "../../model/defined.ts";
import type { ClientPolicy, Desired, DesiredEnvironment } from "../../model/desired.ts";
import { ENVIRONMENTS, type EnvironmentName } from "../../model/environment.ts";
import { byDefault, type Note } from "../origin.ts";
import { expandApplications } from "./applications.ts";
import { expandComptesTechniques } from "./comptes-techniques.ts";
import type { Draft, EnvironmentSource, Mutable, WrittenConfiguration } from "./draft.ts";
import { environmentSource } from "./environment-source.ts";
import { expandPeople } from "./people.ts";
import { expandRaccordements } from "./raccordements.ts";
import { expandStructures } from "./structures.ts";

/**
 * Everything that a configuration means, each thing with a name. It only fills what is not written; so the full form
 * expands to itself. The same input gives the same result, with or without `note`, which is told where values came
 * from.
 */
export const expand = (written: WrittenConfiguration, note?: Note): Desired => {
  const { configuration } = written;
  const { language, topology, renewProofAfter, maxAge, state, network, catalogue, moved } = configuration;
  const draft: Draft = { ...written, topology: topology ?? "direct", people: expandPeople(written, note), note };
  const environments: Partial<Record<EnvironmentName, DesiredEnvironment>> = {};
  for (const environment of ENVIRONMENTS) {
    const source = environmentSource(written, environment);
    if (source !== undefined) environments[environment] = expandEnvironment(draft, source);
  }
  if (renewProofAfter === undefined) note?.(["renewProofAfter"], byDefault());
  if (network === undefined) note?.(["network"], byDefault());
  const clients = clientPolicy(written);
  return defined({
    version: 1,
    language,
    topology: draft.topology,
    renewProofAfter: renewProofAfter ?? RENEW_PROOF_AFTER,
    maxAge,
    // One of the two, as the schema has it.
    state: state as Desired["state"],
    network: network ?? "internet",
    catalogue,
    comptesPiste: draft.people.comptesPiste,
    contacts: draft.people.contacts,
    gestionnaires: draft.people.gestionnaires,
    environments,
    clients,
    moved,
  });
};

/** Each part needs the names that the ones before it gave. */
const expandEnvironment = (draft: Draft, source: EnvironmentSource): DesiredEnvironment => {
  const { endpoints, tls } = source.explicit;
  const applications = expandApplications(draft, source);
  const raccordements = expandRaccordements(draft, source, applications);
  const structures = expandStructures(draft, source, raccordements);
  const comptesTechniques = expandComptesTechniques(draft, source, { applications, structures });
  return defined({
    endpoints,
    tls,
    applications,
    structures,
    comptesTechniques,
    raccordements,
  });
};

const clientPolicy = ({ configuration: { clients } }: WrittenConfiguration): ClientPolicy | undefined => {
  if (clients === undefined) return undefined;
  const policy: Mutable<ClientPolicy> = {};
  if (clients.gestionnaires !== undefined) policy.gestionnaires = clients.gestionnaires;
  if (clients.depot !== undefined) policy.depot = clients.depot;
  if (clients.relances !== undefined) policy.relances = clients.relances;
  if (clients.renouvellement !== undefined) policy.renouvellement = clients.renouvellement;
  if (clients.preuves !== undefined) policy.preuves = clients.preuves;
  return Object.keys(policy).length === 0 ? undefined : policy;
};

const RENEW_PROOF_AFTER = "30d";
