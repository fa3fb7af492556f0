import type { JSX } from "preact";
import type { Environment } from "../../scenario.ts";
import { rootOf } from "./portal.tsx";

/** The tabs of « Raccordements EDI et API », as on the guide's screens; in production it shows two for what is made. */
export function EdiTabs({ environment }: { readonly environment: Environment }): JSX.Element {
  return (
    <nav aria-label="Raccordements EDI et API">
      <p>
        <a href={rootOf(environment)}>Accueil</a>
        {EDI_FORMS[environment].map((label) => <>{" · "}<span>{label}</span></>)}
        {" · "}<a href={rootOf(environment, "raccordements")}>Gérer raccordement API</a>
      </p>
      <p class="hint">Les fiches EDI ne sont pas simulées.</p>
    </nav>
  );
}

const EDI_FORMS: Readonly<Record<Environment, readonly string[]>> = {
  qualification: ["Rechercher fiche EDI", "Créer Fiche EDI"],
  production: ["Rechercher fiche EDI", "Créer Fiche EDI Emetteur", "Créer Fiche EDI Récepteur"],
};
