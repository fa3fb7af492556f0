import { pluralEn as p } from "../plural.ts";
import type { Titles } from "../shape.ts";

export const titles = {
  steps: {
    "register-piste": ({ organisation }) => `PISTE account to create, organisation “${organisation}”`,
    "create-sandbox-application": () => "sandbox application to find on PISTE",
    "create-application": () => "application to create on PISTE",
    "generate-credentials": () => "OAuth credentials to generate and store",
    "consent-cgu": ({ count, api }) => `terms (CGU) to accept for ${p(count, `API “${api}”`, `${count} APIs`)}`,
    "select-apis": ({ count, api }) => p(count, `API “${api}” to subscribe`, `${count} APIs to subscribe`),
    "create-matelas": () => "test data (matelas) to create",
    "activate-structure": ({ count }) => `${p(count, "structure", "structures")} to create or activate`,
    "open-espace": ({ espace }) => `espace “${espace}” to open`,
    "declare-raccordement": ({ application }) => `raccordement to ${application}`,
    "create-compte-technique": ({ others }) =>
      `compte technique to create${others === "" ? "" : `; it will also cover ${others}`}`,
    "reset-password": () => "password to reset",
    "attach-structure": ({ login }) => `to attach to ${login}`,
    "create-service": ({ count, service }) => `${p(count, "service", "services")} to create: ${service}`,
    "set-edi": () => "EDI parameters to align",
    "set-edi-by-hand": () => "EDI parameters to align by hand",
    "remove-raccordement": ({ application }) => `raccordement to ${application} to remove`,
    "retire-compte-technique": () => "compte technique to close",
    "detach-structure": ({ login }) => `to detach from ${login}`,
  },
  missing: {
    "select-apis": ({ count, api }) => p(count, `API “${api}” not subscribed`, `${count} APIs not subscribed`),
  },
  due: (date, days, by) =>
    `password valid until ${date} (${days} ${p(days, "day", "days")})${by === undefined ? "" : `, to renew before ${by}`}`,
  why: {
    missing: "",
    unproven: "",
    contradicted: "attested, but contradicted: to check",
    "attestation-expired": "attestation expired: to look at again",
    due: "",
  },
} satisfies Titles;
