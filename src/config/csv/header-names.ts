import { withoutAccents } from "../../model/without-accents.ts";

/** What a column of a list of clients may hold. */
export const CLIENT_HEADERS = ["code", "siret", "nom", "login", "etat", "date", "remplace", "type", "piste"] as const;

export type ClientHeader = (typeof CLIENT_HEADERS)[number];

/** The column that a header names, in French or in English; undefined where nobody calls one so. */
export const headerNamed = (text: string): ClientHeader | undefined => NAMES.get(plainHeader(text));

/** As it is compared: no case, accents, `n°` and signs between words. */
export const plainHeader = (text: string): string =>
  withoutAccents(text).toLowerCase().replaceAll(/[°º#]/g, "").replaceAll(/[\s_.'’-]+/g, " ").trim();

/** Other names, as accounting software and spreadsheets call the same things. */
const OTHERS: Readonly<Record<ClientHeader, readonly string[]>> = {
  code: ["code client", "client code", "code du client", "client", "customer", "customer code", "customer id", "client id", "reference", "reference client", "ref", "ref client", "n client", "numero client", "numero de client"],
  siret: ["identifiant", "identifier", "n siret", "no siret", "numero siret", "numero de siret", "code siret", "siret number", "siret client", "siret du client"],
  nom: ["name", "nom client", "nom du client", "client name", "customer name", "raison sociale", "denomination", "designation", "libelle", "societe", "company", "company name"],
  login: ["compte technique", "login technique", "login du compte technique", "technical account", "technical login"],
  etat: ["statut", "status", "state"],
  date: ["date de fin", "date de sortie", "date sortie", "date fin", "end date", "exit date"],
  remplace: ["ancien code", "replaces", "former code"],
  type: ["type identifiant", "type d identifiant", "identifier type"],
  piste: ["compte piste", "e mail piste", "email piste", "courriel piste", "piste account", "piste email"],
};

const NAMES: ReadonlyMap<string, ClientHeader> = new Map(
  CLIENT_HEADERS.flatMap((header) => [header, ...OTHERS[header]].map((name) => [name, header] as const)),
);
