import { setTimeout as sleep } from "node:timers/promises";
import type { ApiCall, Sent, TokenRequest } from "./row.ts";
import type { Target } from "./target.ts";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where the text is no JSON. */
  readonly body: unknown;
}

export interface Requester {
  /** `{name}` in what is sent becomes its value; a text that is nothing but one becomes a number where it looks like one. */
  readonly send: (sent: Sent, values: Readonly<Record<string, string>>) => Promise<Reply>;
  readonly forgetToken: () => void;
  /** The text without the target's secrets. */
  readonly redact: (text: string) => string;
}

/** Sends rows to a target, one at a time and at most one each `intervalMs`. */
export const requester = (target: Target, intervalMs: number): Requester => {
  let token: string | undefined;
  let notBefore = 0;

  const request = async (url: string, init: RequestInit): Promise<Reply> => {
    await sleep(Math.max(0, notBefore - performance.now()));
    const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    notBefore = performance.now() + intervalMs;
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  };

  const askToken = ({ form, basic }: Omit<TokenRequest, "to">, values: Readonly<Record<string, string>>): Promise<Reply> =>
    request(`${target.oauthUrl}/api/oauth/token`, {
      method: "POST",
      headers: basic === undefined ? {} : { authorization: `Basic ${Buffer.from(fill(basic, values)).toString("base64")}` },
      body: new URLSearchParams(Object.entries(form).map(([name, value]): [string, string] => [name, fill(value, values)])),
    });

  const goodToken = async (): Promise<string> => {
    for (let attempt = 1; token === undefined; attempt++) {
      const reply = await askToken({ form: GOOD_FORM }, { ...target });
      const { access_token: given } = (reply.body ?? {}) as { readonly access_token?: string };
      if (given === undefined && attempt === TOKEN_ATTEMPTS) throw new Error(`No token: ${reply.status} ${reply.text.slice(0, 200)}`);
      token = given;
    }
    return token;
  };

  const call = async ({ to, body, token: whose, account, ...rest }: ApiCall, values: Readonly<Record<string, string>>): Promise<Reply> => {
    const method = rest.method ?? "POST";
    const bearer = whose === "none" ? undefined : whose === "unknown" ? "chorus-conformance-no-such-token" : await goodToken();
    // A login that cannot exist: nobody's account is ever tried with a wrong password.
    const login = account === "unknown" ? "chorus-conformance-nobody@example.invalid:nothing" : `${target.login}:${target.password}`;
    return request(`${target.apiUrl}/cpro/${fill(to, values)}`, {
      method,
      headers: {
        accept: "application/json;charset=utf-8",
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(account === "none" ? {} : { "cpro-account": Buffer.from(login).toString("base64") }),
        ...(method === "GET" ? {} : { "content-type": "application/json;charset=utf-8" }),
      },
      ...(method === "GET" ? {} : { body: JSON.stringify(filled(body ?? {}, values)) }),
    });
  };

  return {
    send: (sent, values) => (isTokenRequest(sent) ? askToken(sent, values) : call(sent, values)),
    forgetToken: () => (token = undefined),
    redact: (text) =>
      [token, target.clientSecret, target.password, Buffer.from(`${target.login}:${target.password}`).toString("base64")]
        .filter((secret) => secret !== undefined)
        .reduce((left, secret) => left.replaceAll(secret, "***"), text.replaceAll(/"access_token":"[^"]*"/g, '"access_token":"***"')),
  };
};

const isTokenRequest = (sent: Sent): sent is TokenRequest => sent.to === "token";

const fill = (text: string, values: Readonly<Record<string, string>>): string => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const filled = (value: unknown, values: Readonly<Record<string, string>>): unknown => {
  if (Array.isArray(value)) return value.map((item) => filled(item, values));
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled(item, values)]));
  if (typeof value !== "string") return value;
  const text = fill(value, values);
  return /^\{id\w*\}$/.test(value) ? Number(text) : text;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const GOOD_FORM = { grant_type: "client_credentials", client_id: "{clientId}", client_secret: "{clientSecret}", scope: "openid" };
const TOKEN_ATTEMPTS = 5;
