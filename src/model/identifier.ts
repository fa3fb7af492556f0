/** Structure identifier types, as the Structures API 1.0.0 names them. */
export const IDENTIFIER_TYPES = ["SIRET", "UE_HORS_FRANCE", "HORS_UE", "RIDET", "TAHITI", "AUTRE", "PARTICULIER"] as const;

export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

export const isIdentifierType = (word: string): word is IdentifierType => (IDENTIFIER_TYPES as readonly string[]).includes(word);

/** What is wrong with an identifier; `fix` is the value that was probably meant. */
export type IdentifierFault =
  | { readonly fault: "siret-form"; readonly fix?: string }
  | { readonly fault: "siret-siren" }
  | { readonly fault: "siret-key" }
  | { readonly fault: "identifier-form"; readonly expected: string };

/** Checks an identifier against its type; undefined where it is well formed. */
export const identifierFault = (type: IdentifierType, identifier: string): IdentifierFault | undefined => {
  if (type === "SIRET") return siretFault(identifier);
  const form = FORMS[type];
  return form.pattern.test(identifier) ? undefined : { fault: "identifier-form", expected: form.expected };
};

const siretFault = (text: string): IdentifierFault | undefined => {
  if (!/^\d{14}$/.test(text)) return siretFormFault(text);
  return hasSiretKey(text) ? undefined : { fault: "siret-key" };
};

const siretFormFault = (text: string): IdentifierFault => {
  const digits = text.replaceAll(/[\s.\u00a0-]/g, "");
  if (/^\d{14}$/.test(digits)) return { fault: "siret-form", fix: digits };
  if (/^\d{9}$/.test(digits)) return { fault: "siret-siren" };
  // Any of the fourteen may be the one that lacks: it was a zero in front only where the key then holds.
  return /^\d{13}$/.test(digits) && hasSiretKey(`0${digits}`) ? { fault: "siret-form", fix: `0${digits}` } : { fault: "siret-form" };
};

/** La Poste's establishments need only a sum of digits divisible by five (its head office follows the ordinary key). */
export const hasSiretKey = (siret: string): boolean =>
  luhnSum(siret) % 10 === 0 || (siret.startsWith(LA_POSTE) && digitSum(siret) % 5 === 0);

/** A SIREN, which names a company and not its establishment, ends in an ordinary key. */
export const hasSirenKey = (siren: string): boolean => luhnSum(siren) % 10 === 0;

const luhnSum = (digits: string): number => {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - ZERO;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
};

const digitSum = (digits: string): number => {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) sum += digits.charCodeAt(index) - ZERO;
  return sum;
};

const ZERO = 48;
const LA_POSTE = "356000000";

/**
 * Forms of the six other types, from Chorus Pro's registration screens as integrators describe them: two letters of
 * the country and the VAT number; country and the first letters of the name; RIDET 9 or 10 digits; TAHITI 6 or 9
 * letters and digits; anything of 80 characters at most for the rest.
 */
const FORMS: Readonly<Record<Exclude<IdentifierType, "SIRET">, { readonly pattern: RegExp; readonly expected: string }>> = {
  UE_HORS_FRANCE: { pattern: /^(?!FR)[A-Z]{2}[A-Z0-9+*]{2,16}$/, expected: "BE0123456789" },
  HORS_UE: { pattern: /^[A-Z]{2}[A-Z0-9 .'&-]{1,16}$/i, expected: "CHEXEMPLESA" },
  RIDET: { pattern: /^\d{9,10}$/, expected: "0123456789" },
  TAHITI: { pattern: /^[A-Z0-9]{6}(\d{3})?$/, expected: "A12345001" },
  AUTRE: { pattern: /^\S.{0,79}$/, expected: "ABC-123" },
  PARTICULIER: { pattern: /^\S.{0,79}$/, expected: "DUPONT75001" },
};
