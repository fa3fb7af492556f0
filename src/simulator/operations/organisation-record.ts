import { serviceUuid, vatNumber } from "../identifiers.ts";
import type { JsonObject } from "../json.ts";
import { own } from "../own.ts";
import { IDENTIFIER_TYPES } from "../scenario.ts";
import type { ScenarioSettings } from "../scenario.ts";
import type { Structure } from "../structure.ts";

/** A structure as the Référentiel des organisations 1.1.6 writes it: no field is left out, unknown ones are empty. */
export function organisationRecord(one: Structure, { typeOrganisation }: Required<ScenarioSettings>): JsonObject {
  return {
    uuid: one.uuid,
    identifiant: one.identifiant,
    // "0" is a SIRET; the numbers of the other types follow the order of the official enumeration.
    typeIdentifiant: String(IDENTIFIER_TYPES.indexOf(one.type)),
    raisonSociale: one.designation,
    libelleOrganisation: one.designation,
    typeOrganisation: typeOrganisation === "PRIVEE-PUBLIQUE" ? one.nature : one.nature === "PUBLIQUE" ? "public" : "private",
    status: one.statut === "ACTIVE" ? "active" : "inactive",
    numeroTvaIntracommunautaire: vatNumber(one.type, one.identifiant),
    recevoirCyclesViesEdi: one.edi.reception,
    emetteurFluxEdi: one.edi.connexion,
    codeServiceDoitEtreRenseigne: one.exige === "service",
    numeroEjDoitEtreRenseigne: one.exige === "engagement",
    gestionNumeroEJOuCodeService: one.exige === "engagement-ou-service",
    pays: "France",
    ...EMPTY_FIELDS,
  };
}

/** The services of a structure, as the same API writes them. */
export function serviceRecords(one: Structure): readonly JsonObject[] {
  return Object.keys(one.services).map((code) => serviceRecord(one, code));
}

/** One service of a structure, as the same API writes it; `codeService` is one of its codes. */
export function serviceRecord(one: Structure, codeService: string): JsonObject {
  const service = own(one.services, codeService);
  return {
    uuid: serviceUuid(one.environment, one.identifiant, codeService),
    libelle: service?.nom ?? "",
    description: "",
    codeService,
    rattachementOrganisation: one.uuid,
    dateCreation: LAST_UPDATE,
    dateDebutActivation: LAST_UPDATE,
    dateFinActivation: "",
    dateModification: LAST_UPDATE,
    dateSuppression: "",
    etatService: service?.actif === false ? "INACTIF" : "ACTIF",
    numeroEj: false,
    adresse: "",
    complementAdresse1: "",
    complementAdresse2: "",
    codePostal: "",
    ville: "",
    pays: "France",
  };
}

const LAST_UPDATE = "2020-01-01T00:00:00Z";

const EMPTY_FIELDS: JsonObject = {
  contactPrincipal: "",
  organisationParent: "",
  adresse: "",
  complementAdresse1: "",
  complementAdresse2: "",
  codePostal: "",
  ville: "",
  adresseElectronique: "",
  telephone: "",
  statutMiseEnPaiementNestPasRemonte: false,
  avecMOA: false,
  estMOAUniquement: false,
  nonDiffusibleInsee: false,
  estCentreGestionAgricole: false,
  numeroPacage: 0,
  categorieJuridique: "",
  categorieEntreprise: "",
  numeroRcsStructure: "",
  nomStructure: "",
  prenomStructure: "",
  structureOrigine: 0,
  derniereMaj: LAST_UPDATE,
};
