import { cellText } from "../../model/cell-text.ts";
import { obeyedEscaped } from "../../model/obeyed-escaped.ts";
import type { ClientRow } from "./client-rows.ts";
import { CLIENT_HEADERS, type ClientHeader } from "./header-names.ts";

/** A list of clients as `clients.from` reads it: UTF-8, semicolons, the columns of which something is known. */
export const writeClients = (rows: readonly ClientRow[]): string => {
  const headers = CLIENT_HEADERS.filter((header) => REQUIRED.has(header) || rows.some((row) => row[header] !== undefined));
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ""))].map((cells) => `${cells.map((cell) => writeCell(cellText(cell))).join(";")}\n`).join("");
};

/** The same as structures of a file of YAML that a configuration includes. */
export const writeStructures = (rows: readonly ClientRow[]): string =>
  ["version: 1", "structures:", ...rows.map((row) => `  ${row.code}: ${structureOf(row)}`)].map((line) => `${line}\n`).join("");

/** With double quotes where it needs them, doubled inside. */
export const writeCell = (text: string): string => (/[";\t,\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line where there is nothing but the identifier. JSON is YAML. */
const structureOf = (row: ClientRow): string => {
  const given = STRUCTURE_KEYS.flatMap(([header, key]) => (row[header] === undefined ? [] : [`${key}: ${obeyedEscaped(JSON.stringify(row[header]))}`]));
  return given.length === 1 ? row.siret : `{ ${given.join(", ")} }`;
};

const STRUCTURE_KEYS = [
  ["siret", "identifiant"],
  ["type", "type"],
  ["nom", "nom"],
  ["login", "login"],
  ["etat", "etat"],
  ["date", "date"],
  ["remplace", "remplace"],
] as const;

const REQUIRED: ReadonlySet<ClientHeader> = new Set(["code", "siret"]);
