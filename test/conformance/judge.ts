import { differences, valueAt } from "./matches.ts";
import type { Expected, Row } from "./row.ts";
import { requester, type Reply } from "./requester.ts";
import { isRemote, type Target } from "./target.ts";

export type Verdict =
  | { readonly verdict: "agrees" }
  | { readonly verdict: "differs"; readonly problems: readonly string[]; readonly seen: string }
  | { readonly verdict: "not tried"; readonly why: string };

/** Sends one row after the other, and says of each whether the target agrees. */
export interface Judge {
  readonly judge: (row: Row) => Promise<Verdict>;
}

export const judgeOf = (target: Target): Judge => {
  const requests = requester(target, isRemote(target) ? INTERVAL_MS : 0);
  const known = new Map<string, string>();
  const bodies = new Map<string, string>();
  let accountRefused = false;

  const judge = async (row: Row): Promise<Verdict> => {
    const needed = placeholders(row).filter((name) => !known.has(name) && !(name in target));
    if (needed.length > 0) return { verdict: "not tried", why: `no row gave ${needed.join(", ")}` };
    if (accountRefused && usesAccount(row)) return { verdict: "not tried", why: "the account was refused, and is not tried again" };
    const values = { ...target, ...Object.fromEntries(known) };
    for (let attempt = 1; ; attempt++) {
      const reply = await requests.send(row.sends, values);
      const problems = problemsOf(row, reply, bodies);
      if (problems.length === 0) {
        bodies.set(row.name, reply.text);
        for (const [name, path] of Object.entries(row.remembers ?? {})) {
          const value = valueAt(reply.body, path);
          if (typeof value === "number" || (typeof value === "string" && value !== "")) known.set(name, String(value));
        }
        return { verdict: "agrees" };
      }
      if (isUnsubscribed(row, reply)) return { verdict: "not tried", why: `the application is not subscribed to ${row.sends.to}` };
      // Both platforms refuse at random now and then: a valid pair, a valid account, or a burst.
      const mayPass = [401, 429, 500, 502, 503].includes(reply.status) || reply.text.includes("invalid_client");
      const isLast = !mayPass || attempt === ATTEMPTS || (row.sends.to !== "token" && !usesAccount(row));
      accountRefused = isLast && reply.status === 401 && usesAccount(row);
      if (isLast) return { verdict: "differs", problems, seen: requests.redact(seenOf(reply)) };
      if (reply.status === 401) requests.forgetToken();
    }
  };
  return { judge };
};

const problemsOf = ({ expects }: Row, reply: Reply, bodies: ReadonlyMap<string, string>): readonly string[] => {
  const each = (Array.isArray(expects) ? expects : [expects]) as readonly Expected[];
  const found = each.map((one) => problemsWith(one, reply, bodies));
  return found.some((problems) => problems.length === 0) ? [] : (found[0] ?? []);
};

const problemsWith = ({ status, headers = {}, body, sameBodyAs }: Expected, reply: Reply, bodies: ReadonlyMap<string, string>): readonly string[] => {
  const problems: string[] = [];
  if (reply.status !== status) problems.push(`the status is ${reply.status}, not ${status}`);
  for (const [name, pattern] of Object.entries(headers)) {
    const value = reply.headers.get(name);
    if (value === null || !pattern.test(value)) problems.push(`${name} is ${value ?? "absent"}, not ${String(pattern)}`);
  }
  if (sameBodyAs !== undefined && bodies.get(sameBodyAs) !== reply.text) problems.push(`the body is not that of « ${sameBodyAs} »`);
  if (body === "<nothing>") return reply.text === "" ? problems : [...problems, "the body is not empty"];
  return body === undefined ? problems : [...problems, ...differences(body, reply.body)];
};

const placeholders = ({ sends }: Row): readonly string[] => [...JSON.stringify(sends).matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

/** Whether a row calls with the target's own account: no rule of lock-out is published, so a bad one is not repeated. */
const usesAccount = ({ sends }: Row): boolean => sends.to !== "token" && !("account" in sends) && !("token" in sends);

/** A 403 with nothing in it, where something else is expected: this application cannot tell. */
const isUnsubscribed = ({ sends }: Row, { status, text }: Reply): boolean =>
  sends.to !== "token" && status === 403 && (text === "" || text === "{}");

const seenOf = ({ status, headers, text }: Reply): string =>
  [String(status), headers.get("www-authenticate") ?? "", text.slice(0, 400)].filter((part) => part !== "").join(" · ");

const INTERVAL_MS = 1_000;
const ATTEMPTS = 3;
