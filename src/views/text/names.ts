import { APIS } from "../../catalogue/apis.ts";
import { ESPACES } from "../../catalogue/espaces.ts";
import type { Messages } from "../../messages/shape.ts";
import { parseAddress, type Address, type KindName } from "../../model/address.ts";
import type { Actor } from "../../model/step.ts";
import type { Scene } from "./scene.ts";

/** What an address is about, for a person: a name, and what is claimed of it. */
export interface Named {
  /** The structure, the application or the account. */
  readonly name: string;
  /** `espace « Factures émises »`, `existence`. */
  readonly claim: string;
}

export const nameAddress = (address: Address, { words }: { readonly words: Messages }): Named => {
  const parts = parseAddress(address);
  if (parts === undefined) return { name: address, claim: address };
  const [first = "", second = ""] = parts.names;
  const kind = words.words.kinds[parts.kind];
  const { quoted } = words.words;
  const swapped = parts.kind === "raccordement" || parts.kind === "rattachement";
  const [name, other] = swapped ? [second, first] : [first, second];
  const claim = CLAIMS[parts.kind]?.(other, quoted);
  return { name, claim: claim === undefined ? kind : `${kind} ${claim}` };
};

type Quote = (text: string) => string;

/** Who acts, by name where there is one, else by what he is. */
export const actorName = ({ role, name, label }: Actor, { words }: Pick<Scene, "words">): string => {
  const known = label ?? name;
  return known === undefined || known === UNNAMED ? words.words.actors[role] : known;
};

/** The name at the end of a title: `AIFE - Chorus Pro - Factures`. */
export const apiName = (title: string): string => title.split(" - ").at(-1) ?? title;

/** The short name of an API of the catalogue. */
export const apiLabel = (id: string): string => apiName(APIS[id]?.title ?? id);

/** `a, b`; beyond a handful `a, b, c… (60 en tout)`. */
export const listNames = (names: readonly string[], { words }: Pick<Scene, "words">): string =>
  names.length <= MOST_NAMES
    ? names.join(", ")
    : `${names.slice(0, FIRST_NAMES).join(", ")}… (${words.words.inAll(names.length)})`;

/** `a, b et c` */
export const joinNames = (names: readonly string[], { words }: Pick<Scene, "words">): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")}${words.words.and}${names.at(-1) ?? ""}`;

/** What tells several of a kind on one subject apart. */
const CLAIMS: Partial<Readonly<Record<KindName, (other: string, quoted: Quote) => string>>> = {
  raccordement: (application) => `→ ${application}`,
  espace: (id, quoted) => quoted(ESPACES[id]?.label ?? id),
  service: (code) => code,
  subscription: (id, quoted) => quoted(apiLabel(id)),
  cgu: (id, quoted) => quoted(apiLabel(id)),
};

/** What a gestionnaire is called where the configuration names none. */
const UNNAMED = "principal";

const MOST_NAMES = 5;
const FIRST_NAMES = 3;
