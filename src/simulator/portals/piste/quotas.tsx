import type { Rates } from "../../scenario.ts";
import { Table } from "../elements.tsx";
import type { Page } from "../portals.ts";
import { pistePage } from "./account.tsx";
import { LINE } from "./apis.ts";
import type { ApplicationVisit } from "./applications.tsx";

/** « Consulter les quotas » of an application: in all, and of single methods. */
export function quotas({ environment, name, application: { quotas: limits = {}, quotaParSeconde } }: ApplicationVisit): Page {
  const seconde = Math.min(limits.seconde ?? Infinity, quotaParSeconde ?? Infinity);
  const all: Rates = { ...limits, ...(seconde === Infinity ? {} : { seconde }) };
  return pistePage(`Quotas : ${name} (${LINE[environment]})`, (
    <Table caption="Appels acceptés" heads={["Méthode", "Par seconde", "Par minute", "Par jour"]}>
      {[["Toutes", all] as const, ...Object.entries(limits.methodes ?? {})].map(([method, { seconde, minute, jour }]) => (
        <tr><td>{method}</td><td>{seconde ?? "sans limite"}</td><td>{minute ?? "sans limite"}</td><td>{jour ?? "sans limite"}</td></tr>
      ))}
    </Table>
  ));
}
