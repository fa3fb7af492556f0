import * as fc from "fast-check";
import type { ChorusConfiguration } from "../../../src/config/configuration.gen.ts";
import type { ClientRow } from "../../../src/config/csv/client-rows.ts";

/** Configurations that fit the schema, short, full and mixed. What they say may be wrong: only the expansion is tried. */
const name = fc.constantFrom("siege", "lyon", "nantes", "principal", "principale", "C1", "a b");
const siret = fc.constantFrom("73282932000074", "73282932000082", "00000000054054");
const email = fc.constantFrom("a@exemple.fr", "b+c@exemple.fr", "d@exemple.fr");
const optional = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }, required: readonly (keyof T)[] = []) =>
  fc.record(shape, { requiredKeys: [...required] as never });
const named = <T>(value: fc.Arbitrary<T>) => fc.dictionary(name, value, { maxKeys: 3 });

const contact = optional(
  { nom: fc.constantFrom("Un", "Deux"), email, telephone: fc.constant("0123456789"), fax: fc.constant("0123456780") },
  ["nom", "email", "telephone"],
);
const contactReference = fc.oneof(name, contact);
const solution = fc.record({ editeur: fc.constant("E"), nom: fc.constantFrom("S", "T") });
const usage = fc.constantFrom("application-interne" as const, "editeur" as const);
const reference = fc.oneof(
  fc.record({ env: fc.constantFrom("A", "A_{name}", "{environment}_{code}") }),
  fc.record({ file: fc.constantFrom("s.json", "{environment}.env"), key: fc.constantFrom("{siret}", "{login}", "k") }),
  fc.record({ command: fc.constant(["vault", "{name}"]) }),
);
const secrets = fc.oneof(
  fc.constant("chez-le-client"),
  optional({ clientId: reference, clientSecret: reference, password: reference }),
);
const names = (from: readonly string[]) => fc.subarray([...from]);
const espaces = names(["factures-emises", "raccordements", "factures-recues"]);
const apis = names(["factures", "structures", "transverses"]);
const structure = fc.oneof(
  siret,
  optional(
    {
      identifiant: siret,
      type: fc.constantFrom("SIRET" as const, "RIDET" as const),
      nom: fc.constant("Nom"),
      gestionnaire: name,
      espaces,
      services: fc.constant(["S1"]),
      edi: fc.constant({ reception: true }),
      raccordement: fc.oneof(fc.boolean(), optional({ usage, solution, contact: contactReference })),
      login: email,
      etat: fc.constantFrom("actif" as const, "sortant" as const),
      remplace: name,
      client: name,
    },
    ["identifiant"],
  ),
);
const environment = optional({
  tls: fc.constant("relaxed" as const),
  applications: named(
    optional({ nom: fc.constantFrom("A", "B"), comptePiste: name, apis, quota: fc.constant("10/s"), part: fc.constant("50%"), responsable: contactReference, siret: name, secrets, client: name }, ["nom"]),
  ),
  structures: named(structure),
  comptesTechniques: named(
    optional({ login: email, structure: name, couvre: names(["siege", "lyon", "C1"]), gestionnaire: name, application: name, secrets, sharedWith: fc.constant(["ERP"]), client: name }, ["structure"]),
  ),
  raccordements: named(optional({ structure: name, application: name, usage, solution, contact: contactReference }, ["structure", "application"])),
});

const configuration = optional(
  {
    version: fc.constant(1 as const),
    language: fc.constant("fr" as const),
    topology: fc.constantFrom("direct" as const, "editeur" as const, "concentrateur" as const),
    renewProofAfter: fc.constant("10d"),
    network: fc.constant("rie" as const),
    catalogue: fc.constant({ usages: { editeur: "E" } }),
    piste: fc.oneof(email, optional({ email, organisation: fc.constant("Autre") }, ["email"])),
    application: fc.oneof(
      fc.constant("APP"),
      optional({ production: fc.constant("APP"), qualification: fc.constant("APP_S"), quota: fc.constant("5/s"), part: fc.constant("10%"), siret: name, responsable: contactReference }),
    ),
    apis,
    espaces,
    contact,
    gestionnaire: fc.record({ nom: fc.constant("G") }),
    usage,
    solution,
    secrets,
    comptesTechniques: fc.constantFrom("par-gestionnaire" as const, "par-structure" as const),
    structures: named(structure),
    qualification: named(structure),
    clients: optional({ from: fc.constant("c.csv"), gestionnaires: fc.constant("g.csv"), application: fc.constant("X-{code}"), espaces, password: reference, secrets, depot: fc.constant("https://d/{code}"), relances: fc.constant(["7d"]) }),
    moved: fc.constant([{ from: "x", to: "y" }]),
    contacts: named(contact),
    gestionnaires: named(fc.record({ nom: fc.constant("G2") })),
    comptesPiste: named(optional({ email, organisation: fc.constant("Autre") }, ["email"])),
    environments: optional({ qualification: environment, production: environment }),
  },
  ["version", "topology"],
) as unknown as fc.Arbitrary<ChorusConfiguration>;

const row = optional(
  { code: fc.constantFrom("C1", "C2", "siege"), siret, nom: fc.constant("Mairie"), login: email, etat: fc.constant("pause" as const), piste: email },
  ["code", "siret"],
);

const clients: fc.Arbitrary<readonly ClientRow[]> = fc
  .uniqueArray(row, { selector: ({ code }) => code, maxLength: 3 })
  .map((rows) => rows.map((client, index) => ({ ...client, row: index + 1 })));

export const configurations = fc.record({ configuration, clients });
