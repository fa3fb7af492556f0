import { APIS, type Api } from "../catalogue/apis.ts";
import type { Desired } from "../model/desired.ts";

/** An API as the catalogue and the user's overrides give it; undefined where neither knows it. */
export const apiOf = (desired: Desired, id: string): Api | undefined => {
  const known = APIS[id];
  const override = desired.catalogue?.apis?.[id];
  if (override === undefined) return known;
  const prefix = override.prefixe ?? known?.prefix;
  if (prefix === undefined) return known;
  return {
    id,
    title: override.titre ?? known?.title ?? id,
    prefix,
    cgu: override.cgu ?? known?.cgu ?? "",
    // Who writes a path has looked: of the catalogue's own, what it says stands.
    confirmed: override.prefixe !== undefined || known?.confirmed === true,
  };
};
