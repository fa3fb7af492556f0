import { Buffer } from "node:buffer";
import type { Clue } from "../model/clue.ts";
import type { Secret } from "../model/secret.ts";
import type { ResolvedAccount } from "./api-headers.ts";
import type { Credentials } from "./oauth.ts";

/**
 * What the shape of refused credentials tells, as codes: never a value, a length or a digest. `others`: the client ids
 * of the other environment.
 */
export const credentialClues = ({ id, secret }: Credentials, others: readonly Secret[]): readonly Clue[] => {
  const [idText, secretText] = [id.reveal(), secret.reveal()];
  const clues = new Set<Clue>([...spacing(idText), ...spacing(secretText)]);
  if (idText.trim() === secretText.trim()) clues.add("id-is-secret");
  if (others.some((other) => other.reveal() === idText)) clues.add("same-id-in-other-environment");
  for (const clue of forms(UUID.test(idText.trim()), UUID.test(secretText.trim()))) clues.add(clue);
  return [...clues];
};

/** The same for a compte technique; `others`: the passwords of the other environment. */
export const accountClues = (
  { login, password }: ResolvedAccount,
  { secret }: Pick<Credentials, "secret">,
  others: readonly Secret[],
): readonly Clue[] => {
  const text = password.reveal();
  const clues = new Set<Clue>(spacing(text));
  if (isHeader(text, login)) clues.add("password-is-header");
  if (text === secret.reveal()) clues.add("password-is-client-secret");
  if (others.some((other) => other.reveal() === text)) clues.add("same-password-in-other-environment");
  return [...clues];
};

/** A line break, which nobody types; else a space at either end, which may come from a copied cell. */
const spacing = (text: string): readonly Clue[] => {
  if (/[\r\n]/.test(text)) return ["line-break"];
  return text === text.trim() ? [] : ["edge-space"];
};

const forms = (isIdUuid: boolean, isSecretUuid: boolean): readonly Clue[] => {
  if (isIdUuid) return isSecretUuid ? [] : ["secret-not-uuid"];
  return isSecretUuid ? ["only-secret-is-uuid"] : ["id-not-uuid"];
};

/** `login:password` as it goes into `cpro-account`, in base64 or not yet. */
const isHeader = (text: string, login: string): boolean =>
  text.startsWith(`${login}:`) || Buffer.from(text, "base64").toString("utf8").startsWith(`${login}:`);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
