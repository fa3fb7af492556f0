import { isJsonObject } from "../json.ts";
import type { Json, JsonObject } from "../json.ts";
import { own } from "../own.ts";

/** `codeRetour` as a text, as some integrators receive it. */
export function codeRetourAsText(body: Json): Json | undefined {
  if (!isJsonObject(body)) return undefined;
  const code = own(body, "codeRetour");
  return typeof code === "number" ? { ...body, codeRetour: String(code) } : undefined;
}

/** A field in every object that no description knows, as after an evolution of the platform. */
export function unknownFields(body: Json): Json | undefined {
  const changed = mapObjects(body, (one) => ({ ...one, champInconnu: { valeur: "inconnue", liste: [1] } }));
  return changed === body ? undefined : changed;
}

/** A value that no enumeration has, wherever the official descriptions have one. */
export function unknownValues(body: Json): Json | undefined {
  let found = false;
  const changed = mapObjects(body, (one) => Object.fromEntries(Object.entries(one).map(([name, value]) => {
    if (typeof value !== "string" || !ENUMERATED.has(name)) return [name, value];
    found = true;
    return [name, "VALEUR_INCONNUE"];
  })));
  return found ? changed : undefined;
}

/** The page without its items; its totals stay as they were. */
export function emptyPages(body: Json): Json | undefined {
  return changeList(body, () => []);
}

/**
 * A page after the first, read once an item before it has gone: everything has moved up by one, so that an item of
 * this page is on the one already read, and the totals are one less.
 */
export function shrinkingPage(body: Json): Json | undefined {
  if (!isJsonObject(body)) return undefined;
  const nested = own(body, "parametresRetour");
  const totals = isJsonObject(nested) ? nested : body;
  const { pageCourante, total, nbResultatsParPage: size } = totals;
  if (typeof pageCourante !== "number" || pageCourante < 2 || typeof total !== "number" || total < 1) return undefined;
  const fewer = {
    ...totals,
    total: total - 1,
    ...(typeof size === "number" && size > 0 ? { pages: Math.ceil((total - 1) / size) } : {}),
  };
  const shorter = changeList(body, (items) => items.slice(1));
  if (!isJsonObject(shorter)) return undefined;
  return isJsonObject(nested) ? { ...shorter, parametresRetour: fewer } : { ...shorter, ...fewer, ...listsOf(shorter) };
}

/** The list of an answer: the array itself, or the field that holds one. Undefined where there is none with an item. */
function changeList(body: Json, change: (items: readonly Json[]) => readonly Json[]): Json | undefined {
  if (Array.isArray(body)) return body.length === 0 ? undefined : change(body);
  if (!isJsonObject(body)) return undefined;
  const lists = Object.entries(listsOf(body)).filter(([, items]) => Array.isArray(items) && items.length > 0);
  return lists.length === 0
    ? undefined
    : { ...body, ...Object.fromEntries(lists.map(([name, items]) => [name, change(items as readonly Json[])])) };
}

function listsOf(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => Array.isArray(value)));
}

function mapObjects(value: Json, change: (one: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((item: Json) => mapObjects(item, change));
  if (!isJsonObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, child]) => [name, mapObjects(child, change)])));
}

/** Fields that the official descriptions give an enumeration. */
const ENUMERATED: ReadonlySet<string> = new Set([
  "statut", "statutStructure", "typeIdentifiantStructure", "structurePriveePublique", "roleUtilisateur",
  "statutUtilisateur", "statutRattachementStructure", "statutRattachementService", "statutService",
  "etatCourant", "typeHabilitation", "status", "typeOrganisation", "etatService", "typeIdentifiant",
]);
