import { durationMs } from "../../model/instant.ts";
import { withoutAccents } from "../../model/without-accents.ts";
import type { Claim, Where, WhereFacts } from "./where.ts";

/**
 * Whether a resource is what is asked for, on what is known of it: undefined where it takes what is not known yet. What is
 * told of a part of the facts stays so on all of them.
 */
export const isWhere = (where: Where, facts: WhereFacts): boolean | undefined => {
  if ("all" in where) return fold(where.all, facts, false);
  if ("any" in where) return fold(where.any, facts, true);
  if (!("not" in where)) return isSo(where, facts);
  const inside = isWhere(where.not, facts);
  return inside === undefined ? undefined : !inside;
};

/** One that decides is enough; else one that is not known leaves it open. */
const fold = (parts: readonly Where[], facts: WhereFacts, decides: boolean): boolean | undefined => {
  let result: boolean | undefined = !decides;
  for (const part of parts) {
    const told = isWhere(part, facts);
    if (told === decides) return decides;
    if (told === undefined) result = undefined;
  }
  return result;
};

/** Of several values any; of a value that there is none of, nothing is so but that it is not another. */
const isSo = ({ field, operator, values }: Claim, facts: WhereFacts): boolean | undefined => {
  if (field === "due") return facts.due?.some((ms) => values.some((value) => COMPARE[operator]?.(ms, durationMs(value)) === true));
  const told = facts[field];
  if (told === undefined) return undefined;
  const isOne = told.some((one) => values.some((value) => (operator === "~" ? contains(one, value) : fits(one, value))));
  return operator === "!=" ? !isOne : isOne;
};

/** Those that a duration is read with. */
const COMPARE: Partial<Readonly<Record<Claim["operator"], (ms: number, than: number) => boolean>>> = {
  "<": (ms, than) => ms < than,
  "<=": (ms, than) => ms <= than,
  ">": (ms, than) => ms > than,
  ">=": (ms, than) => ms >= than,
};

const contains = (text: string, part: string): boolean => plain(text).includes(plain(part));

/** `*` stands for anything. Piece by piece, not as a regular expression: a filter is somebody's input. */
const fits = (text: string, pattern: string): boolean => {
  const [head = "", ...rest] = pattern.split("*");
  const tail = rest.pop();
  if (tail === undefined) return text === pattern;
  if (!text.startsWith(head) || text.length < head.length + tail.length || !text.endsWith(tail)) return false;
  let at = head.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > text.length - tail.length) return false;
    at = found + piece.length;
  }
  return true;
};

const plain = (text: string): string => withoutAccents(text).toLowerCase();
