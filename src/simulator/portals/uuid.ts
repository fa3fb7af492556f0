import { HEXADECIMAL, randomText } from "../random-text.ts";

/** Of the form that PISTE gives to a client id and a client secret. */
export function uuid(random: () => number): string {
  const part = (length: number): string => randomText(random, length, HEXADECIMAL);
  return `${part(8)}-${part(4)}-4${part(3)}-9${part(3)}-${part(12)}`;
}
