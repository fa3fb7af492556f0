import type { Messages } from "../../messages/shape.ts";
import type { Deadline } from "../../plan/deadline.ts";
import { listNames, nameAddress } from "./names.ts";

/** What ends, in a few words: `lyon, siege, compte technique (production) : mot de passe à réinitialiser`. */
export const deadlineText = (alike: readonly Deadline[], words: Messages): string => {
  const [first] = alike;
  if (first === undefined) return "";
  const { environment } = first;
  const named = alike.map((deadline) => nameOf(deadline, words));
  const names = listNames([...new Set(named.map(({ name }) => name))], { words });
  const [claim, ...others] = new Set(named.map(({ claim }) => claim));
  const where = environment === undefined ? "" : ` (${words.words.environments[environment]})`;
  const about = claim === undefined || claim === "" || others.length > 0 ? "" : `, ${claim}`;
  return `${names}${about}${where}${words.words.colon}${endText(first, words)}`;
};

/** What is to be done. */
export const endText = ({ kind, move }: Deadline, { status }: Messages): string => (move === undefined ? status.ends[kind] : status.moves[move]);

const nameOf = ({ address, subject }: Deadline, words: Messages): { readonly name: string; readonly claim: string } => {
  return address === undefined ? { name: subject, claim: "" } : nameAddress(address, { words });
};
