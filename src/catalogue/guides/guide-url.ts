import { ENVIRONMENTS, type EnvironmentName } from "../../model/environment.ts";
import { NETWORKS, PORTALS, type Network, type PortalUrl } from "../environments.ts";
import type { Guide } from "./guide.ts";
import { GUIDES } from "./guides.ts";

/** Where a person begins a step: the page of its portal, in its environment, on that network. */
export const guideUrl = ({ portal, page = "" }: Guide, environment: EnvironmentName, network: Network): PortalUrl | undefined => {
  if (portal === undefined) return undefined;
  const { href, certainty } = PORTALS[portal].url[environment][network];
  return { href: `${href}${page}`, certainty };
};

/** Whether an address is one of the catalogue's, which alone may be handed to a browser. */
export const isCatalogueUrl = (url: string): boolean =>
  url.startsWith("https://") &&
  Object.values(GUIDES).some((guide) =>
    ENVIRONMENTS.some((environment) => NETWORKS.some((network) => guideUrl(guide, environment, network)?.href === url)),
  );
