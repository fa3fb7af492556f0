import { formatIso } from "../iso-time.ts";
import { password } from "../matelas/password.ts";
import type { EspaceId, ScenarioAccount } from "../scenario.ts";
import { DISTRIBUTION } from "./distribution.ts";
import type { DraftAccount, DraftStructure } from "./draft.ts";
import { draw } from "./draw.ts";
import type { Draw } from "./draw.ts";

export interface AccountPlace {
  readonly seed: number;
  readonly environment: string;
  readonly now: number;
  /** Where it was created; it takes this structure's number as its own. */
  readonly home: DraftStructure;
  /** The other structures of its gestionnaire. */
  readonly others: readonly DraftStructure[];
}

/**
 * The compte technique of a gestionnaire: on his first structure, with his rights on all of his. Its login is
 * `TECH_<n>_<identifier>@cpro.fr`, its password lives 424 days, and it works 30 minutes after it was created
 * (Chorus Pro documentation of the compte technique).
 */
export function draftAccount({ seed, environment, now, home, others }: AccountPlace): DraftAccount {
  const at = draw(seed, environment, "account", home.name);
  const index = at.chance(DISTRIBUTION.secondIndex) ? 2 : 1;
  const absent = home.client && at.chance(DISTRIBUTION.accountAbsent);
  const habilitations = Object.fromEntries([home, ...others].flatMap((one): [string, EspaceId[]][] => {
    const deprived = draw(seed, environment, "right", one.name).chance(DISTRIBUTION.notHabilitated);
    return deprived ? [[one.identifiant, ["raccordements"]]] : [];
  }));
  const attached = others.filter((one) => !draw(seed, environment, "attachment", one.name).chance(DISTRIBUTION.notAttached));
  const value: ScenarioAccount = {
    motDePasse: password(at),
    structure: home.identifiant,
    rattachements: attached.filter(({ exists }) => exists).map(({ identifiant }) => identifiant),
    ...(Object.keys(habilitations).length === 0 ? {} : { habilitations }),
    ...ages(at, now),
  };
  return { structure: home.name, login: `TECH_${index}_${home.identifiant}@cpro.fr`, value, exists: home.exists && !absent };
}

/** When the account was created and its password last set, in whole minutes. */
function ages(at: Draw, now: number): Pick<ScenarioAccount, "creeLe" | "motDePasseChangeLe"> {
  const kind = at.fraction();
  const minutesAgo = (minutes: number): string => formatIso(now - minutes * 60_000);
  const daysAgo = (from: number, to: number): string => minutesAgo(Math.floor((from + at.fraction() * (to - from)) * 1440));
  const { accountJustCreated, passwordExpired, passwordExpiring } = DISTRIBUTION;
  if (kind < accountJustCreated) {
    const created = minutesAgo(1 + at.integer(28));
    return { motDePasseChangeLe: created, creeLe: created };
  }
  if (kind < accountJustCreated + passwordExpired) return { motDePasseChangeLe: daysAgo(LIFE_DAYS + 1, LIFE_DAYS + 200) };
  if (kind < accountJustCreated + passwordExpired + passwordExpiring) return { motDePasseChangeLe: daysAgo(LIFE_DAYS - 30, LIFE_DAYS - 1) };
  return { motDePasseChangeLe: daysAgo(1, LIFE_DAYS - 31) };
}

const LIFE_DAYS = 424;
