import type { CauseRow } from "./cause-row.ts";

/** Why no answer came, or one that is not the platform's own. */
export const NETWORK_CAUSES: readonly CauseRow[] = [
  {
    cause: "host-decommissioned",
    of: ["platform-unreachable"],
    told: ["old-host"],
    onlyTold: true,
    source: "PISTE's notice: the hosts in aife.economie.gouv.fr left the Internet on 30 September 2023",
  },
  {
    cause: "dns",
    of: ["platform-unreachable"],
    told: ["name-not-found"],
    onlyTold: true,
    source: "Node.js, Common system errors: ENOTFOUND, EAI_AGAIN",
  },
  {
    cause: "ca-file",
    of: ["platform-unreachable"],
    told: ["ca-unreadable"],
    onlyTold: true,
    source: "Node.js, NODE_EXTRA_CA_CERTS; CHORUS_CA_FILE is read the same way",
  },
  {
    cause: "clock",
    of: ["platform-unreachable", "token-not-accepted", "expired"],
    told: ["certificate-dates", "clock-off"],
    onlyTold: true,
    source: "RFC 9110 §6.6.1: an answer's Date is the server's own clock; RFC 5280 §4.1.2.5 for certificates",
  },
  {
    cause: "tls-interception",
    of: ["platform-unreachable"],
    told: ["private-issuer", "other-name"],
    onlyTold: true,
    source: "Node.js, TLS: SELF_SIGNED_CERT_IN_CHAIN, UNABLE_TO_GET_ISSUER_CERT_LOCALLY, ERR_TLS_CERT_ALTNAME_INVALID",
  },
  {
    cause: "proxy",
    of: ["platform-unreachable", "platform-unavailable", "token-not-accepted", "answer-not-understood"],
    told: ["proxy-refuses", "proxy-header", "html", "redirected", "header-lost"],
    onlyTold: true,
    source: "Chorus Pro answers JSON and redirects nobody; RFC 9110 §7.6.3 for what passes through; Axway for a lost header",
  },
  {
    cause: "firewall",
    of: ["platform-unreachable"],
    told: ["connection-refused", "connection-cut", "no-answer-in-time"],
    onlyTold: true,
    source: "integrators met networks of firms that let no request out to PISTE",
  },
  {
    cause: "quota",
    of: ["quota-exhausted"],
    told: [],
    source: "PISTE's user guide §6-10: quotas per second, minute and day, shared by all that the application sends",
  },
  {
    cause: "burst",
    of: ["token-not-accepted", "accepted-elsewhere", "quota-exhausted"],
    told: [],
    source: "integrators measured sporadic 401 on calls that are close together; a second's pause and a new token cure it",
  },
  {
    cause: "outage",
    of: ["platform-unavailable", "platform-unreachable", "accepted-elsewhere"],
    told: [],
    source: "500 and 503 are documented by the official descriptions and seen by integrators",
  },
  {
    cause: "new-answer",
    of: ["answer-not-understood"],
    told: [],
    source: "the platforms change without notice of it",
  },
];
