import type { Environment } from "./scenario.ts";
import { ALPHANUMERIC, randomText } from "./random-text.ts";

/** What PISTE remembers of an access token. */
export interface AccessToken {
  readonly environment: Environment;
  readonly clientId: string;
  readonly expiresAt: number;
}

export interface TokenStore {
  issue(environment: Environment, clientId: string): string;
  find(token: string): AccessToken | undefined;
  /** Every token that is remembered, the oldest first. */
  all(): readonly string[];
}

/** Opaque tokens of 54 characters that live 3600 s, kept a day longer so that "expired" can be told from "unknown". */
export function tokenStore(now: () => number, random: () => number): TokenStore {
  const tokens = new Map<string, AccessToken>();
  return {
    issue: (environment, clientId) => {
      forgetOldest(tokens, now());
      const token = randomText(random, TOKEN_LENGTH, ALPHANUMERIC);
      tokens.set(token, { environment, clientId, expiresAt: now() + TOKEN_LIFE_S * 1000 });
      return token;
    },
    find: (token) => tokens.get(token),
    all: () => [...tokens.keys()],
  };
}

function forgetOldest(tokens: Map<string, AccessToken>, now: number): void {
  for (const [token, { expiresAt }] of tokens) {
    if (tokens.size < MAX_TOKENS && expiresAt + REMEMBERED_MS > now) return;
    tokens.delete(token);
  }
}

export const TOKEN_LIFE_S = 3600;
const TOKEN_LENGTH = 54;
const REMEMBERED_MS = 86_400_000;
const MAX_TOKENS = 50_000;
