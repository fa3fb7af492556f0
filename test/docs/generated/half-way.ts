import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pc from "picocolors";
import { address, type Address } from "../../../src/model/address.ts";
import type { Attestation } from "../../../src/model/attestation.ts";
import { toInstant } from "../../../src/model/instant.ts";
import { coversOf } from "../../../src/plan/covers.ts";
import { wantedResources, type Plan } from "../../../src/plan/plan.ts";
import type { Scenario, ScenarioEnvironment } from "../../../src/simulator/scenario.ts";
import { changedRecords } from "../../../src/state/remember.ts";
import { serializeState } from "../../../src/state/serialize-state.ts";
import { changeState } from "../../../src/state/change-state.ts";
import { emptyState } from "../../../src/state/state.ts";
import { renderPlanText } from "../../../src/views/plan-text.ts";
import { ROOT } from "../../cli/support.ts";
import { NOON } from "../../support/virtual-clock.ts";
import { desiredFrom, startWorld } from "../../support/world.ts";

/** The plan of examples/direct half-way, as a terminal of 100 columns shows it. */
export const renderScreen = async (): Promise<string> => {
  const { document } = await halfWay();
  const look = { language: "fr", width: 100, palette: pc.createColors(false), timeZone: "Europe/Paris" } as const;
  return `\`\`\`text\n${steady(renderPlanText(document, look))}\`\`\``;
};

/** The lines of the state that hold one application and one structure of it. */
export const renderState = async (): Promise<string> => {
  const { assessed } = await halfWay();
  const records = changedRecords(assessed, { nowMs: NOON, renewProofAfterMs: 30 * DAY_MS });
  const lines = serializeState(changeState(emptyState("3f6c1c8e-4f5e-4f0e-9a53-0f7f6a3f7c11"), records)).split("\n");
  const shown = ["qualification/compte-technique/principal", "qualification/structure/lyon"];
  const chosen = lines.filter((line, index) => index === 0 || shown.some((subject) => line.startsWith(`{"subject":"${subject}"`)));
  return `\`\`\`json\n${steady(chosen.join("\n"))}\n\`\`\``;
};

/** Which request goes first is chance: correlation ids and seconds follow it. */
const steady = (text: string): string =>
  text
    .replaceAll(/Id-[0-9a-f]{8} 0/g, "Id-7f3a91c2 0")
    .replaceAll(/T08:12:\d\dZ/g, "T08:12:00Z");

/**
 * Qualification is done, its password ends soon; in production the application exists without Transverses, the head
 * office is attested, and nobody has made a compte technique yet.
 */
const halfWay = async (): Promise<Plan> => {
  const desired = await desiredFrom(await readFile(join(ROOT, "examples/direct/chorus.config.yaml"), "utf8"));
  const world = await startWorld(SCENARIO, SECRETS);
  try {
    const wanted = wantedResources(desired, NOON);
    const attestations = wanted
      .filter(({ address: of }) => ATTESTED.includes(of))
      .map((resource): Attestation => ({
        address: resource.address,
        by: "Direction financière",
        at: toInstant(NOON - 4 * DAY_MS),
        seen: "écran",
        until: toInstant(NOON + 361 * DAY_MS),
        covers: coversOf(resource),
      }));
    return await world.plan(desired, { attestations: new Map(attestations.map((one) => [one.address, one])) });
  } finally {
    await world.close();
  }
};

const DAY_MS = 86_400_000;

const APIS = ["factures", "structures", "transverses", "utilisateurs"] as const;

const environment = (nom: string, siret: string, others: readonly string[], secret: string): ScenarioEnvironment => ({
  applications: {
    [nom]: { compte: "facturation@exemple-btp.fr", clientId: `${secret}-id`, clientSecret: secret, consentements: APIS, apis: APIS },
  },
  structures: Object.fromEntries(
    [siret, ...others].map((one) => [one, { designation: one, espaces: ["raccordements", "factures-emises"] as const }]),
  ),
  comptesTechniques: {
    [`TECH_1_${siret}@cpro.fr`]: {
      motDePasse: `${secret}-password`,
      structure: siret,
      rattachements: others,
      motDePasseChangeLe: toInstant(Date.UTC(2026, 11, 6, 7) - 424 * DAY_MS),
    },
  },
});

const QUALIFICATION = environment("APP_SANDBOX_facturation@exemple-btp.fr", "33254021516357", ["33254021516365", "33254021516373"], "q");
const PRODUCTION = environment("EXEMPLE-BTP-FACTURATION", "73282932000074", ["73282932000082", "73282932000090"], "p");

const SCENARIO: Scenario = {
  version: 1,
  environments: {
    qualification: QUALIFICATION,
    production: {
      structures: PRODUCTION.structures ?? {},
      applications: Object.fromEntries(
        Object.entries(PRODUCTION.applications ?? {}).map(([nom, one]) => [nom, { ...one, apis: APIS.filter((api) => api !== "transverses") }]),
      ),
    },
  },
};

const SECRETS = {
  CHORUS_QUALIFICATION_CLIENT_ID: "q-id",
  CHORUS_QUALIFICATION_CLIENT_SECRET: "q",
  CHORUS_QUALIFICATION_PASSWORD: "q-password",
  CHORUS_PRODUCTION_CLIENT_ID: "p-id",
  CHORUS_PRODUCTION_CLIENT_SECRET: "p",
};

const ATTESTED: readonly Address[] = [
  ...["siege", "lyon", "nantes"].flatMap((name) => [
    address("qualification", "espace", name, "raccordements"),
    address("qualification", "raccordement", "principale", name),
  ]),
  address("production", "espace", "siege", "raccordements"),
  address("production", "raccordement", "principale", "siege"),
];
