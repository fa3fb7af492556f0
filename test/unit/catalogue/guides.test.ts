import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { NETWORKS } from "../../../src/catalogue/environments.ts";
import { BLOCKED_WAYS, blockedWaysOf } from "../../../src/catalogue/guides/blocked.ts";
import { BLOCKED_REASONS } from "../../../src/catalogue/guides/blocked-way.ts";
import { coverage, renderCoverage, toldOf } from "../../../src/catalogue/guides/coverage.ts";
import { pathsIn, type Guide, type Instructions, type PathPart, type Text } from "../../../src/catalogue/guides/guide.ts";
import { guideUrl, isCatalogueUrl } from "../../../src/catalogue/guides/guide-url.ts";
import { GUIDES } from "../../../src/catalogue/guides/guides.ts";
import { isStale } from "../../../src/catalogue/guides/review.ts";
import { possibleSteps } from "../../../src/kinds/possible-steps.ts";
import { ENVIRONMENTS } from "../../../src/model/environment.ts";
import type { StepDraft } from "../../../src/model/step.ts";
import { wantedResources } from "../../../src/plan/plan.ts";
import { NOON } from "../../support/virtual-clock.ts";
import { desiredFrom } from "../../support/world.ts";
import { freshInput, halfWayInput, planOf } from "../views/fixtures/half-way.ts";
import { doubtfulInput, ediInput } from "../views/fixtures/other-plans.ts";

/** Every step that any kind may ask for, of one configuration that wants all of them. */
const drafts = wantedResources(
  await desiredFrom(`
version: 1
topology: direct
piste: facturation@exemple-btp.fr
application: EXEMPLE-BTP-FACTURATION
apis: [factures, structures, transverses, utilisateurs, organisations]
espaces: [factures-emises]
contact: { nom: Service intégration, email: facturation@exemple-btp.fr, telephone: "+33 4 72 00 00 01" }
gestionnaire: { nom: Direction financière, email: finances@exemple-btp.fr }
structures:
  siege: { identifiant: 73282932000074, services: [FACTURES], edi: { reception: true, connexion: false } }
qualification:
  siege: { identifiant: 33254021516357, services: [FACTURES], edi: { reception: true, connexion: false }, accepte: [CHR-SIRET-KEY] }
`),
  NOON,
).flatMap((resource) => possibleSteps(resource).map((draft) => ({ ...draft, kind: resource.kind, environment: resource.environment })));

describe("guides", () => {
  test.each(Object.entries(GUIDES))("%s is told whole, in both languages", (action, guide) => {
    expect(guide.action).toBe(action);
    expectWhole(guide, textsOf(guide));
    for (const environment of ENVIRONMENTS) {
      expect(pathsIn(guide.paths, environment).flat().length).toBeGreaterThan(0);
    }
    const { who, where, know } = toldOf(guide);
    expect([who, where, know].map((part) => part.trim())).not.toContain("");
  });

  test("each is the guide of a step that its kind asks for, and tells who does it", () => {
    expect(new Set(drafts.map(({ action }) => action))).toEqual(new Set(Object.keys(GUIDES)));
    for (const { action, kind, actor, portal } of drafts) {
      const guide = GUIDES[action];
      expect([action, guide.kind, guide.actor, guide.portal]).toEqual([action, kind, actor.role, portal]);
    }
  });

  test("every value that a guide speaks of is one that its step gives", () => {
    for (const draft of drafts) {
      const asked = argumentsOf(GUIDES[draft.action]).filter((argument) => !OPTIONAL.has(argument));
      expect([draft.action, draft.environment, missingIn(draft, asked)]).toEqual([draft.action, draft.environment, []]);
    }
  });

  test("every value that a plan gives is one that its guide can show, and the other way round", () => {
    const steps = [halfWayInput, freshInput, ediInput, doubtfulInput].flatMap((input) => planOf(input()).steps);
    expect(new Set(steps.map(({ action }) => action)).size).toBeGreaterThan(9);
    for (const { action, items } of steps) {
      const asked = new Set(argumentsOf(GUIDES[action]));
      for (const { arguments: given } of items) {
        for (const argument of asked) if (!OPTIONAL.has(argument)) expect([action, Object.keys(given)]).toEqual([action, expect.arrayContaining([argument])]);
      }
    }
  });

  test("a portal is named unless Chorus does it", () => {
    expect(Object.values(GUIDES).filter(({ portal }) => portal === undefined).map(({ action }) => action)).toEqual(["set-edi"]);
  });

  test("addresses are the catalogue's, and over HTTPS", () => {
    for (const guide of Object.values(GUIDES)) {
      for (const environment of ENVIRONMENTS) {
        for (const network of NETWORKS) {
          const url = guideUrl(guide, environment, network);
          expect(url === undefined).toBe(guide.portal === undefined);
          if (url !== undefined) expect([url.href, isCatalogueUrl(url.href)]).toEqual([expect.stringMatching(/^https:\/\/([\w-]+\.)*(piste|chorus-pro)\.gouv\.fr(\/\w+)*$/), true]);
        }
      }
    }
    for (const other of ["https://piste.gouv.fr/other", "http://piste.gouv.fr", "https://piste.gouv.fr.example.org", "file:///etc/passwd"]) {
      expect(isCatalogueUrl(other)).toBe(false);
    }
  });

  test("what nobody has reviewed for a year is stale", () => {
    const guide = { reviewedAt: "2026-11-24" };
    expect(isStale(guide, Date.UTC(2027, 10, 24))).toBe(false);
    expect(isStale(guide, Date.UTC(2027, 10, 25))).toBe(true);
  });
});

describe("ways around", () => {
  test.each(Object.entries(BLOCKED_WAYS))("%s is told whole, in both languages", (reason, way) => {
    expect(way.reason).toBe(reason);
    expectWhole(way, [
      way.title,
      way.who,
      way.channel.name,
      ...way.path.flatMap((part) => ("act" in part ? [part.act] : [])),
      ...way.bring,
      ...way.after,
      ...commonTexts(way),
    ]);
    expect(way.path.length).toBeGreaterThan(1);
    expect(way.bring.length).toBeGreaterThan(0);
    if (way.channel.url !== undefined) expect(isCatalogueUrl(way.channel.url)).toBe(true);
  });

  test("are those of the list, in its order", () => {
    expect(Object.keys(BLOCKED_WAYS)).toEqual(BLOCKED_REASONS);
  });

  test("speak of nothing that a step they are offered for does not give", () => {
    for (const draft of drafts) {
      for (const way of blockedWaysOf({ ...GUIDES[draft.action], environment: draft.environment })) {
        const texts = [...way.bring, ...way.after, way.who, way.result, ...way.path.flatMap((part) => ("act" in part ? [part.act] : [])), ...commonTexts(way)];
        expect([way.reason, draft.action, missingIn(draft, texts.flatMap(({ fr }) => placeholdersOf(fr)))]).toEqual([way.reason, draft.action, []]);
      }
    }
  });

  test("are offered for every step of a gestionnaire in production, and for none on PISTE or in qualification", () => {
    const offered = drafts.filter((draft) => blockedWaysOf({ ...GUIDES[draft.action], environment: draft.environment }).length > 0);
    expect(offered.filter(({ portal, environment }) => portal !== "chorus-pro" || environment !== "production")).toEqual([]);
    const ofGestionnaire = drafts.filter(({ actor, environment }) => actor.role === "gestionnaire" && environment === "production");
    for (const { action, environment } of ofGestionnaire) {
      const reasons = blockedWaysOf({ ...GUIDES[action], environment }).map(({ reason }) => reason);
      expect([action, reasons]).toEqual([action, expect.arrayContaining(["gp-unknown", "gp-left", "gp-locked-out", "no-pigp", "no-second-factor", "dead-login"])]);
    }
  });
});

describe("the guide of 2020", () => {
  test.each(coverage())("$section comes out of a plan, with who, where, what to type and how to know", ({ guides }) => {
    expect(guides.length).toBeGreaterThan(0);
    for (const guide of guides) {
      const { who, where, type, know } = toldOf(guide);
      expect([who, where, type, know]).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(/\S/)));
    }
  });

  test("docs/guide-coverage.md is what the guides give (UPDATE_DOCS=1 rewrites it)", async () => {
    const file = new URL("../../../docs/guide-coverage.md", import.meta.url);
    if (process.env["UPDATE_DOCS"] === "1") await writeFile(file, renderCoverage());
    expect(readFileSync(file, "utf8")).toBe(renderCoverage());
  });
});

const expectWhole = ({ reviewedAt, source, prerequisites, goesWrong }: Instructions, texts: readonly Text[]): void => {
  expect(reviewedAt).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(source.trim()).not.toBe("");
  expect(prerequisites.length).toBeGreaterThan(0);
  expect(goesWrong.length).toBeGreaterThan(0);
  for (const { fr, en } of texts) {
    expect(fr.trim()).not.toBe("");
    expect(en.trim()).not.toBe("");
    expect(placeholdersOf(en)).toEqual(placeholdersOf(fr));
  }
};

const textsOf = (guide: Guide): readonly Text[] => [
  ...ENVIRONMENTS.flatMap((environment) => pathsIn(guide.paths, environment).flat().flatMap(partTexts)),
  ...(guide.before ?? []),
  ...(guide.keep ?? []),
  ...(guide.after ?? []),
  ...(guide.ownFields ?? []).map(({ value }) => value),
  ...(guide.secret === undefined ? [] : [guide.secret]),
  ...Object.values(guide.proof ?? {}),
  ...(guide.formerly === undefined ? [] : [guide.formerly]),
  ...commonTexts(guide),
];

const commonTexts = ({ prerequisites, result, goesWrong, doubts = [] }: Instructions): readonly Text[] => [
  ...prerequisites,
  result,
  ...goesWrong.flatMap(({ sees, remedy }) => [sees, remedy]),
  ...doubts,
];

const partTexts = (part: PathPart): readonly Text[] => ["act" in part ? part.act : undefined, part.say].filter((text) => text !== undefined);

const placeholdersOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").toSorted();

const missingIn = ({ arguments: given }: StepDraft, asked: readonly string[]): readonly string[] => asked.filter((argument) => given[argument] === undefined);

const argumentsOf = (guide: Guide): readonly string[] => [
  ...textsOf(guide)
    .flatMap(({ fr }) => placeholdersOf(fr))
    .filter((name) => name !== "attest"),
  ...guide.fields.map(({ argument }) => argument),
  ...(guide.subject === undefined ? [] : [guide.subject.argument]),
];

/** Given only where the configuration has them. */
const OPTIONAL = new Set(["solution", "fax", "depot", "sharedWith", "reception", "connexion", "responsable", "siret"]);
