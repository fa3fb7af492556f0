import { Buffer } from "node:buffer";
import { Secret } from "../model/secret.ts";
import type { Token } from "./oauth.ts";

/** A technical account with its password at hand. */
export interface ResolvedAccount {
  readonly login: string;
  readonly password: Secret;
}

/** What every call of an API of Chorus Pro carries; `cpro-account` is in base64 on one line (AIFE's connection guide). */
export const apiHeaders = (token: Token, account: ResolvedAccount): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${token.value.reveal()}`,
  "cpro-account": accountHeader(account),
  "content-type": JSON_UTF8,
  accept: JSON_UTF8,
});

const accountHeader = ({ login, password }: ResolvedAccount): string =>
  Buffer.from(`${login}:${password.reveal()}`, "utf8").toString("base64");

/** No account can have this login: `invalid` is nobody's domain (RFC 2606 §2). */
export const IMPOSSIBLE_ACCOUNT: ResolvedAccount = {
  login: "CHORUS_PROBE@invalid",
  password: new Secret("invalid"),
};

const JSON_UTF8 = "application/json;charset=utf-8";
