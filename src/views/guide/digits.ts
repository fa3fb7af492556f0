/**
 * Digits as they are read aloud, one by one in groups: a SIREN by three, the establishment's five of a SIRET together,
 * a telephone number by two, anything else by three from the left.
 */
export const groupDigits = (digits: string): string => inGroups(digits, groupSizes(digits.length));

/** `+33 4 72 00 00 01` as `plus 3 3, 4, 7 2, 0 0, 0 0, 0 1`. */
export const groupPhone = (number: string, plus: string): string => {
  const digits = number.replaceAll(/\D/g, "");
  if (!number.startsWith("+")) return inGroups(digits, pairs(digits.length));
  const sizes = digits.startsWith("33") ? [2, 1, ...pairs(digits.length - 3)] : pairs(digits.length);
  return `${plus} ${inGroups(digits, sizes)}`;
};

const groupSizes = (length: number): readonly number[] => {
  if (length === SIRET) return [3, 3, 3, 5];
  if (length <= 4) return [length];
  return [...Array.from({ length: Math.floor(length / 3) }, () => 3), ...(length % 3 === 0 ? [] : [length % 3])];
};

const pairs = (length: number): readonly number[] =>
  Array.from({ length: Math.ceil(length / 2) }, (_, index) => Math.min(2, length - index * 2));

const inGroups = (digits: string, sizes: readonly number[]): string => {
  const groups: string[] = [];
  let at = 0;
  for (const size of sizes) {
    groups.push(digits.slice(at, at + size).split("").join(" "));
    at += size;
  }
  return groups.join(", ");
};

const SIRET = 14;
