import type { ApiId, Environment, OauthCredentials, ScenarioApplication } from "../scenario.ts";
import { APIS, PISTE } from "./draft.ts";
import type { DraftApplication } from "./draft.ts";
import { DISTRIBUTION } from "./distribution.ts";
import { draw } from "./draw.ts";
import type { Draw } from "./draw.ts";

/**
 * A PISTE application. A client's may lack something; the one that everything goes through is `sound`. PISTE gives
 * the sandbox one its name (PISTE user guide), and identifiers of the form of a UUID.
 */
export function draftApplication(seed: number, environment: Environment, name: string, { nom, sound }: { nom: string; sound: boolean }): DraftApplication {
  const at = draw(seed, environment, "application", name);
  const fails = (share: number): boolean => at.chance(share) && !sound;
  const consented = fails(DISTRIBUTION.consentMissing) ? without(at) : APIS;
  const value: ScenarioApplication & OauthCredentials = {
    compte: PISTE,
    clientId: uuid(at),
    clientSecret: uuid(at),
    ...(fails(DISTRIBUTION.applicationDisabled) ? { active: false } : {}),
    consentements: consented,
    // An API can be selected only once its terms are consented to.
    apis: consented === APIS && fails(DISTRIBUTION.selectionMissing) ? without(at) : consented,
  };
  return { name, nom, value, exists: !fails(DISTRIBUTION.applicationAbsent) };
}

function without(at: Draw): readonly ApiId[] {
  const dropped = at.integer(APIS.length);
  return APIS.filter((_, index) => index !== dropped);
}

function uuid(at: Draw): string {
  const digits = Array.from({ length: 4 }, () => at.integer(2 ** 32).toString(16).padStart(8, "0")).join("");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-9${digits.slice(17, 20)}-${digits.slice(20)}`;
}
