import type { Brand } from "./brand.ts";
import { isEnvironmentName, type EnvironmentName } from "./environment.ts";

/** `environment/kind/name/…`, each part percent-encoded: what a resource is called everywhere. Never positional. */
export type Address = Brand<string, "Address">;

/** The kinds of resource. Portals' own words where the portals have one. */
export const KINDS = [
  "compte-piste",
  "application",
  "credentials",
  "cgu",
  "subscription",
  "structure",
  "espace",
  "raccordement",
  "compte-technique",
  "rattachement",
  "service",
  "edi",
  "matelas",
] as const;

export type KindName = (typeof KINDS)[number];

export interface AddressParts {
  readonly environment: EnvironmentName;
  readonly kind: KindName;
  readonly names: readonly string[];
}

export const address = (environment: EnvironmentName, kind: KindName, ...names: readonly string[]): Address =>
  [environment, kind, ...names.map(encodePart)].join("/") as Address;

/** The parts of an address, or undefined where the text is none. */
export const parseAddress = (text: string): AddressParts | undefined => {
  const [environment, kind, ...names] = text.split("/");
  if (environment === undefined || !isEnvironmentName(environment)) return undefined;
  if (kind === undefined || !(KINDS as readonly string[]).includes(kind)) return undefined;
  if (names.length === 0 || names.some((name) => name === "" || decodePart(name) === undefined)) return undefined;
  return { environment, kind: kind as KindName, names: names.map((name) => decodePart(name) ?? name) };
};

export const isAddress = (text: string): text is Address => parseAddress(text) !== undefined;

/** An address's environment without decoding the rest: the hot path of a plan. */
export const environmentOf = (of: Address): EnvironmentName => of.slice(0, of.indexOf("/")) as EnvironmentName;

export const kindOf = (of: Address): KindName => of.split("/", 2)[1] as KindName;

const PLAIN = /^[A-Za-z0-9_.@-]+$/;

/** RFC 3986 unreserved characters and `@` stay as they are, so that most addresses can be read and typed. */
const encodePart = (name: string): string => (PLAIN.test(name) ? name : encodeURIComponent(name).replaceAll("%40", "@"));

const decodePart = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};
