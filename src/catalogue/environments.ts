import type { EnvironmentName } from "../model/environment.ts";
import type { Certainty } from "./certainty.ts";

/** Which network reaches PISTE: the Internet, or the State's own (RIE), whose host names differ. */
export const NETWORKS = ["internet", "rie"] as const;

export type Network = (typeof NETWORKS)[number];

export interface Endpoints {
  /** Base URL of the authorisation server, without `/api/oauth/token`. */
  readonly oauth: string;
  /** Base URL of the gateway, without `/cpro`. */
  readonly api: string;
}

/** Where each environment is, by network. Hosts measured by integrators in 2023 to 2026. */
export const ENDPOINTS: Readonly<Record<EnvironmentName, Readonly<Record<Network, Endpoints>>>> = {
  qualification: {
    internet: { oauth: "https://sandbox-oauth.piste.gouv.fr", api: "https://sandbox-api.piste.gouv.fr" },
    rie: { oauth: "https://sandbox-oauth.aife.economie.gouv.fr", api: "https://sandbox-api.aife.economie.gouv.fr" },
  },
  production: {
    internet: { oauth: "https://oauth.piste.gouv.fr", api: "https://api.piste.gouv.fr" },
    rie: { oauth: "https://oauth.aife.economie.gouv.fr", api: "https://api.aife.economie.gouv.fr" },
  },
};

export const TOKEN_PATH = "/api/oauth/token";

/** The only hosts that may receive a secret without the person who runs Chorus saying so. */
export const TRUSTED_HOSTS: ReadonlySet<string> = new Set(
  Object.values(ENDPOINTS).flatMap((networks) =>
    Object.values(networks).flatMap(({ oauth, api }) => [new URL(oauth).host, new URL(api).host]),
  ),
);

/** Hosts that left the Internet on 30 September 2023 and answer only on the State's network. */
export const DECOMMISSIONED = /(^|\.)aife\.(economie\.gouv|finances\.rie\.gouv)\.fr$/;

export type PortalName = "piste" | "chorus-pro";

/** A portal that people click in. */
export interface Portal {
  readonly name: string;
  /** Home page by environment and network; integrators' pages and AIFE's, 2023 to 2026. */
  readonly url: Readonly<Record<EnvironmentName, Readonly<Record<Network, PortalUrl>>>>;
}

export interface PortalUrl {
  readonly href: string;
  readonly certainty: Certainty;
}

/** No page tells of another name of the portals on the State's network (RIE): the public one, unconfirmed there. */
const portalUrl = (href: string, certainty: Certainty): Readonly<Record<Network, PortalUrl>> => ({
  internet: { href, certainty },
  rie: { href, certainty: "unconfirmed" },
});

export const PORTALS: Readonly<Record<PortalName, Portal>> = {
  piste: {
    name: "PISTE",
    url: {
      qualification: portalUrl("https://piste.gouv.fr", "measured"),
      production: portalUrl("https://piste.gouv.fr", "measured"),
    },
  },
  "chorus-pro": {
    name: "Chorus Pro",
    url: {
      qualification: portalUrl("https://qualif.chorus-pro.gouv.fr/aife_qual", "secondary"),
      production: portalUrl("https://portail.chorus-pro.gouv.fr", "official"),
    },
  },
};

/** Requests a second that PISTE grants an application by default; the real figure is under "Consulter les quotas". */
export const DEFAULT_QUOTA = 20;

/** The share of the quota that Chorus takes where nothing is said: in production the same application sends invoices. */
export const DEFAULT_SHARE: Readonly<Record<EnvironmentName, number>> = { qualification: 1, production: 0.25 };
