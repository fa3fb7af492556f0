import { ISO_TIME } from "./iso-time.ts";
import { API_PREFIXES } from "./apis.ts";
import { ESPACES } from "./espaces.ts";
import { FAULT_NAMES } from "./faults/fault-names.ts";
import { ENVIRONMENTS, IDENTIFIER_TYPES } from "./scenario.ts";

/** A structural description that a plain value is checked against. It says what the JSON Schema says, no more. */
export type Shape =
  | { readonly kind: "text"; readonly pattern?: RegExp }
  | { readonly kind: "choice"; readonly values: readonly (string | number)[] }
  | { readonly kind: "integer"; readonly minimum: number }
  | { readonly kind: "number"; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "boolean" }
  | { readonly kind: "list"; readonly items: Shape }
  | { readonly kind: "map"; readonly keys: RegExp; readonly values: Shape }
  | { readonly kind: "object"; readonly required: Fields; readonly optional: Fields };

type Fields = { readonly [name: string]: Shape };

const boolean: Shape = { kind: "boolean" };
const calls: Shape = { kind: "integer", minimum: 1 };
const name: Shape = { kind: "text", pattern: /\S/u };
const time: Shape = { kind: "text", pattern: ISO_TIME };
// Basic authentication and cpro-account both split at the first colon.
const withoutColon = /^[^:]+$/u;
const choice = (values: readonly (string | number)[]): Shape => ({ kind: "choice", values });
const list = (items: Shape): Shape => ({ kind: "list", items });
const map = (values: Shape, keys = /\S/u): Shape => ({ kind: "map", keys, values });
const object = (required: Fields, optional: Fields = {}): Shape => ({ kind: "object", required, optional });

const rates: Fields = { seconde: calls, minute: calls, jour: calls };
const METHOD = new RegExp(`^(?:${Object.keys(API_PREFIXES).join("|")})/[^\\s?#]+$`, "u");

const api = choice(Object.keys(API_PREFIXES));
const espace = choice(Object.keys(ESPACES));

const settings = object({}, {
  missingRaccordement: choice(["none", "structures", "all-but-factures", "all"]),
  emptyForbiddenBody: choice(["empty", "object"]),
  ediPatch: choice(["allow", "forbid"]),
  in: choice(["array", "comma", "none"]),
  rechercherEspaces: choice(["on", "off"]),
  quotaBody: choice(["empty", "object", "message", "text"]),
  retryAfter: choice(["none", "seconds", "date"]),
  businessRefusal: choice(["200", "400"]),
  roleUtilisateur: choice(["GESTIONNAIRE", "GESTIONNAIRE_PRINCIPAL", "UTILISATEUR"]),
  statutRattachement: choice(["ACTIF", "ACTIVE", "VALIDE", "VALIDEE"]),
  rattachementsField: choice(["listeStructureRattachement", "listeRattachements"]),
  typeOrganisation: choice(["private-public", "PRIVEE-PUBLIQUE"]),
});

const application = object(
  { compte: name, consentements: list(api), apis: list(api) },
  {
    clientId: { kind: "text", pattern: withoutColon },
    clientSecret: name,
    description: name,
    telephone: name,
    email: name,
    responsable: name,
    structure: name,
    active: boolean,
    quotaParSeconde: calls,
    quotas: object({}, { ...rates, methodes: map(object({}, rates), METHOD) }),
  },
);

const structure = object({ designation: name }, {
  type: choice(IDENTIFIER_TYPES),
  nature: choice(["PRIVEE", "PUBLIQUE"]),
  statut: choice(["ACTIVE", "INACTIVE"]),
  services: map(object({ nom: name }, { actif: boolean })),
  espaces: list(espace),
  edi: object({}, { reception: boolean, connexion: boolean }),
  exige: choice(["service", "engagement", "engagement-ou-service"]),
});

const compteTechnique = object(
  { motDePasse: name, structure: name, rattachements: list(name), motDePasseChangeLe: time },
  { habilitations: map(list(espace)), creeLe: time },
);

const raccordement = object({ structure: name, application: name }, {
  usage: name,
  editeur: name,
  contact: object({ nom: name }, { telephone: name, email: name, fax: name }),
  concentrateur: boolean,
});

const right = choice(["CONSULTATION", "MODIFICATION"]);
const subscriptions = object({}, { raccordements: right, "factures-emises": right, "factures-recues": right, "factures-travaux": right });
const person = object({ structures: list(name) }, { nom: name, motDePasse: name, abonnements: map(subscriptions) });

const comptePiste = object({}, {
  nom: name,
  motDePasse: name,
  organisation: name,
  actif: boolean,
  consentements: object({}, { qualification: list(api), production: list(api) }),
});

const environment = object({}, {
  applications: map(application),
  structures: map(structure),
  comptesTechniques: map(compteTechnique, withoutColon),
  raccordements: map(raccordement),
  gestionnaires: map(person),
  utilisateurs: map(person),
});

// Ten years: dates stay dates.
const MAX_SKEW_MS = 315_360_000_000;
const duration: Shape = { kind: "integer", minimum: 0 };

/** What a fault is, in a scenario and in the admin call alike. */
const fault = object({ fault: choice(FAULT_NAMES) }, {
  rate: { kind: "number", minimum: 0, maximum: 1 },
  route: { kind: "text", pattern: /^\/[^\s?#]*$/u },
  environment: choice(ENVIRONMENTS),
  delayMs: duration,
  retryAfterS: duration,
  skewMs: { kind: "integer", minimum: -MAX_SKEW_MS },
});

/** The body of `PUT /admin/faults`. */
export const FAULT_PLAN_SHAPE: Shape = object({ faults: list(fault) }, { seed: duration });

export const SCENARIO_SHAPE: Shape = object(
  { version: choice([1]), environments: object({}, { qualification: environment, production: environment }) },
  { settings, faults: list(fault), comptesPiste: map(comptePiste) },
);
