import { DECOMMISSIONED, ENDPOINTS } from "../../catalogue/environments.ts";
import { environmentsOf } from "../../model/environments-of.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "./rules.ts";

/** Endpoints that are no URL, or that left the Internet on 30 September 2023. */
export const checkHosts: Rule = function* ({ desired, locate }) {
  for (const { environment, wanted } of environmentsOf(desired)) {
    for (const key of ["oauth", "api"] as const) {
      const value = wanted.endpoints?.[key];
      if (value === undefined) continue;
      const path = ["environments", environment, "endpoints", key];
      if (!URL.canParse(value)) {
        const args = { key: path.join("."), value, example: ENDPOINTS[environment].internet[key] };
        yield diagnostic("CHR-CONFIG-VALUE", "error", args, locate(path));
      } else if (desired.network !== "rie" && DECOMMISSIONED.test(new URL(value).hostname)) {
        const args = { host: new URL(value).host, replacement: ENDPOINTS[environment].internet[key] };
        yield diagnostic("CHR-HOST-DECOMMISSIONED", "error", args, locate(path));
      }
    }
  }
};
