import { leaksBelow, leaksIn } from "./leaks.ts";
import { writesIn, type LoggedRequest } from "./writes.ts";

/** A run as it is looked at from outside: before it, and after it. */
export interface SearchedRun {
  readonly folder: string;
  /** What it is given that may be shown and written nowhere. */
  readonly secrets: readonly string[];
  /** The simulator that it reaches. */
  readonly simulatorUrl: string | undefined;
  /** Whether it is one that changes things on the platforms. */
  readonly mayWrite: boolean;
}

/**
 * Looks at a folder and a simulator before a run; what comes back says what the run did that none may: a secret or a
 * token printed or left in a file, a request that writes. What the files held before is the test's own doing.
 */
export const watchRun = async ({ folder, secrets, simulatorUrl, mayWrite }: SearchedRun): Promise<(printed: string) => Promise<readonly string[]>> => {
  const heldBefore = new Set(await leaksBelow(folder, secrets));
  const sentBefore = (await requestsTo(simulatorUrl)).length;
  return async (printed) => {
    const planted = [...secrets, ...(await tokensOf(simulatorUrl))];
    const left = await leaksBelow(folder, planted);
    const sent = (await requestsTo(simulatorUrl)).slice(sentBefore);
    return [
      ...leaksIn(printed, planted).map((leak) => `printed ${leak}`),
      ...left.filter((leak) => !heldBefore.has(leak)).map((leak) => `left in ${leak}`),
      ...(mayWrite ? [] : writesIn(sent).map((request) => `sent ${request}`)),
    ];
  };
};

const requestsTo = async (simulatorUrl: string | undefined): Promise<readonly LoggedRequest[]> => {
  if (simulatorUrl === undefined) return [];
  const text = await (await fetch(`${simulatorUrl}/admin/requests`)).text();
  return text.split("\n").filter(Boolean).map((line) => JSON.parse(line) as LoggedRequest);
};

const tokensOf = async (simulatorUrl: string | undefined): Promise<readonly string[]> => {
  if (simulatorUrl === undefined) return [];
  return ((await (await fetch(`${simulatorUrl}/admin/tokens`)).json()) as { readonly tokens: readonly string[] }).tokens;
};
