import { createHash } from "node:crypto";
import type { Environment, IdentifierType } from "./scenario.ts";

/** `idStructureCPP`: an integer that survives restarts and differs between environments. */
export function structureId(environment: Environment, identifiant: string): number {
  return Number.parseInt(digest("structure", environment, identifiant).slice(0, 12), 16);
}

/** The key of a structure in the Référentiel des organisations: 32 hexadecimal digits. */
export function structureUuid(environment: Environment, identifiant: string): string {
  return digest("organisation", environment, identifiant);
}

/** `idService` of one service of one structure. */
export function serviceId(environment: Environment, identifiant: string, code: string): number {
  return Number.parseInt(digest("service", environment, identifiant, code).slice(0, 12), 16);
}

/** The key of a service in the Référentiel des organisations. */
export function serviceUuid(environment: Environment, identifiant: string, code: string): string {
  return digest("service-organisation", environment, identifiant, code);
}

/** `idRattachement…`: what ties an account to a structure or to one of its services. */
export function attachmentId(environment: Environment, login: string, ...target: readonly string[]): number {
  return Number.parseInt(digest("rattachement", environment, login, ...target).slice(0, 12), 16);
}

/** `idUtilisateur` of the user behind a login. */
export function userId(environment: Environment, login: string): number {
  return Number.parseInt(digest("utilisateur", environment, login).slice(0, 12), 16);
}

/** The French intra-EU VAT number of a SIRET's company; empty for the other identifier types. */
export function vatNumber(type: IdentifierType, identifiant: string): string {
  if (type !== "SIRET" || !/^[0-9]{14}$/.test(identifiant)) return "";
  const siren = identifiant.slice(0, 9);
  return `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, "0")}${siren}`;
}

function digest(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}
