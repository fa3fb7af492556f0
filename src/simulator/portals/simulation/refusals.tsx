import type { Page, PortalName } from "../portals.ts";
import type { Environment } from "../../scenario.ts";

export function notFound(): Page {
  return { kind: "page", portal: "simulation", title: "Cette page n'existe pas", status: 404, body: <p>Le simulateur n'a pas de page à cette adresse. <a href="/">Voir les portails</a>.</p> };
}

/** A form of another session, of another site, or of before the simulator started anew. */
export function refusedForm(): Page {
  return {
    kind: "page",
    portal: "simulation",
    title: "Ce formulaire n'est plus valable",
    status: 403,
    body: <p>Il vient d'une autre session, ou d'avant un redémarrage du simulateur. Rien n'a été changé. <a href="/">Recommencer depuis les portails</a>.</p>,
  };
}

/** What is there, but not for whoever asks. */
export function forbidden(portal: PortalName, environment: Environment | undefined, title: string, why: string): Page {
  return { kind: "page", portal, ...(environment === undefined ? {} : { environment }), title, status: 403, body: <p>{why}</p> };
}
