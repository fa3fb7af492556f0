import { CHORUS_PRO_SCREENS } from "./chorus-pro/screens.ts";
import { PISTE_SCREENS } from "./piste/screens.ts";
import type { Screen } from "./portals.ts";
import { SIMULATION_SCREENS } from "./simulation/screens.tsx";

/** Every page and every button there is. */
export const SCREENS: readonly Screen[] = [...SIMULATION_SCREENS, ...PISTE_SCREENS, ...CHORUS_PRO_SCREENS];

/** First segments of paths that are a portal's; everything else is an API's. */
export const PORTAL_ROOTS: ReadonlySet<string> = new Set(["", "portails.css", ...SCREENS.map(({ path }) => path.split("/", 1)[0] ?? "")]);

export interface Match {
  readonly screen: Screen;
  readonly parameters: { readonly [name: string]: string };
}

/** A HEAD is answered as a GET. Fixed segments win over `{name}`, by their order in the lists. */
export function matchScreen(method: string, segments: readonly string[]): Match | undefined {
  const asked = method === "HEAD" ? "GET" : method;
  for (const { screen, pattern } of PATTERNS) {
    if (screen.method !== asked || pattern.length !== segments.length) continue;
    if (!pattern.every((part, index) => isParameter(part) || part === segments[index])) continue;
    const parameters = pattern.flatMap((part, index) => (isParameter(part) ? [[part.slice(1, -1), segments[index] ?? ""] as const] : []));
    return { screen, parameters: Object.fromEntries(parameters) };
  }
  return undefined;
}

const isParameter = (part: string): boolean => part.startsWith("{");

const PATTERNS = SCREENS.map((screen) => ({ screen, pattern: screen.path.split("/") }));
