import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { Ajv } from "ajv";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { BLOCKED_WAYS, blockedWaysOf } from "../../../../src/catalogue/guides/blocked.ts";
import { BLOCKED_REASONS, type BlockedReason } from "../../../../src/catalogue/guides/blocked-way.ts";
import { GUIDES } from "../../../../src/catalogue/guides/guides.ts";
import { possibleSteps } from "../../../../src/kinds/possible-steps.ts";
import type { StepAction } from "../../../../src/model/step.ts";
import { guidedSteps } from "../../../../src/plan/guided-steps.ts";
import { plan, type PlanInput } from "../../../../src/plan/plan.ts";
import { guideDocument, type GuideDocumentOptions } from "../../../../src/views/guide/guide-document.ts";
import { renderGuideJson } from "../../../../src/views/guide/guide-json.ts";
import { renderGuideText } from "../../../../src/views/guide/guide-text.ts";
import { setScene } from "../../../../src/views/text/scene.ts";
import { halfWayInput, NOW_MS } from "../fixtures/half-way.ts";
import { screen } from "../screen.ts";

const guideSchema = JSON.parse(readFileSync(new URL("../../../../schemas/guide.schema.json", import.meta.url), "utf8")) as {
  readonly definitions: Readonly<Record<"guide" | "blocked", { readonly properties: Readonly<Record<"action" | "reason", { readonly enum: readonly string[] }>> }>>;
};
const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(guideSchema);

interface Asked {
  readonly action?: StepAction;
  readonly call?: boolean;
  readonly blocked?: BlockedReason;
  readonly language?: "fr" | "en";
  readonly width?: number;
  readonly input?: PlanInput;
}

const told = (addresses: readonly string[], { action, call = false, blocked, language = "fr", width = 100, input = halfWayInput() }: Asked = {}) => {
  const planned = plan(input);
  const resources = planned.assessed.map(({ resource }) => resource).filter(({ address }) => addresses.includes(address));
  expect(resources.length).toBe(addresses.length);
  const shown = screen(language, width);
  const scene = setScene(planned.document, shown);
  const options: GuideDocumentOptions = { network: "internet", call, ...(blocked === undefined ? {} : { blocked }) };
  const document = guideDocument(guidedSteps(planned, resources, action), scene, options);
  return { document, text: renderGuideText(document, scene, shown) };
};

const RACCORDEMENTS = ["lyon", "nantes"].map((name) => `production/raccordement/EXEMPLE-BTP-FACTURATION/${name}`);
const ACCOUNT = "production/compte-technique/siege";

describe("the screen of a guide", () => {
  for (const language of ["fr", "en"] as const) {
    test(`a raccordement of two structures, in ${language}`, async () => {
      await expect(told(RACCORDEMENTS, { language }).text).toMatchFileSnapshot(`../screens/guide-raccordement.${language}.txt`);
    });

    test(`a compte technique, on the telephone, in ${language}`, async () => {
      await expect(told([ACCOUNT], { language, call: true }).text).toMatchFileSnapshot(`../screens/guide-call-account.${language}.txt`);
    });

    test(`two raccordements, on the telephone, in ${language}`, async () => {
      await expect(told(RACCORDEMENTS, { language, call: true }).text).toMatchFileSnapshot(`../screens/guide-call-raccordement.${language}.txt`);
    });

    test(`blocked, in ${language}`, async () => {
      await expect(told([ACCOUNT], { language, blocked: "gp-left" }).text).toMatchFileSnapshot(`../screens/guide-blocked.${language}.txt`);
    });

    test(`blocked, on the telephone, in ${language}`, async () => {
      await expect(told([ACCOUNT], { language, blocked: "no-second-factor", call: true }).text).toMatchFileSnapshot(`../screens/guide-blocked-call.${language}.txt`);
    });
  }

  test("an open step says nothing of its standing, one that is done says that it is", () => {
    expect(told(["production/raccordement/EXEMPLE-BTP-FACTURATION/lyon"]).text).not.toContain("aucune étape ouverte");
    expect(told(["production/raccordement/EXEMPLE-BTP-FACTURATION/siege"]).text).toContain("aucune étape ouverte, c'est en règle");
    expect(told([ACCOUNT], { action: "reset-password" }).text).toContain("le plan demande une autre étape");
  });

  test("names the open steps that come first, with the command that tells them", () => {
    const { text } = told(["production/raccordement/EXEMPLE-BTP-FACTURATION/lyon"]);
    expect(text).toContain("chorus guide production/espace/lyon/raccordements");
  });

  test("puts together what one person does in one portal", () => {
    const { document } = told(["production/subscription/EXEMPLE-BTP-FACTURATION/transverses", ACCOUNT, ...RACCORDEMENTS]);
    expect(document.sessions.map(({ who, guides = [] }) => [who, guides.map(({ action, items }) => `${action} ${items.length}`)])).toEqual([
      ["facturation@exemple-btp.fr", ["select-apis 1"]],
      ["Direction financière", ["create-compte-technique 1", "declare-raccordement 2"]],
    ]);
  });

  test("a guide of more than a year ago says so", () => {
    const late = { ...halfWayInput(), nowMs: NOW_MS + 400 * 86_400_000 };
    expect(told([ACCOUNT]).text).not.toContain("il y a plus d'un an");
    expect(told([ACCOUNT], { input: late }).text).toContain("relu pour la dernière fois le 24/11/2026, il y a plus d'un an");
    expect(told([ACCOUNT], { input: late, blocked: "gp-left" }).text).toContain("il y a plus d'un an");
  });

  test.each([60, 100, 160])("no line is wider than %i columns, but what may not be broken", (width) => {
    for (const call of [false, true]) {
      for (const language of ["fr", "en"] as const) {
        const lines = told([ACCOUNT, ...RACCORDEMENTS], { call, language, width }).text.split("\n");
        expect(lines.filter((line) => stringWidth(line) > width && !/production\/|«|“|https:/.test(line))).toEqual([]);
      }
    }
  });

  test("no value is left to be filled in, whatever the step, the language and the way", () => {
    const { assessed } = plan(halfWayInput());
    const one = [...new Map(assessed.map(({ resource }) => [`${resource.environment} ${resource.kind}`, resource])).values()];
    const actions = one.flatMap((resource) => possibleSteps(resource).map(({ action }) => ({ resource, action })));
    expect(actions.length).toBeGreaterThan(20);
    for (const { resource, action } of actions) {
      const ways = blockedWaysOf({ ...GUIDES[action], environment: resource.environment }).map(({ reason }) => ({ blocked: reason }));
      for (const language of ["fr", "en"] as const) {
        for (const asked of [{}, { call: true }, ...ways, ...ways.map((way) => ({ ...way, call: true }))]) {
          expect(told([resource.address], { action, language, ...asked }).text).not.toMatch(/\{\w+\}|undefined/);
        }
      }
    }
  });

  test("every JSON is what schemas/guide.schema.json says, whatever the step, the language and the way", () => {
    const { assessed } = plan(halfWayInput());
    const one = [...new Map(assessed.map(({ resource }) => [`${resource.environment} ${resource.kind}`, resource])).values()];
    const actions = one.flatMap((resource) => possibleSteps(resource).map(({ action }) => ({ resource, action })));
    for (const { resource, action } of actions) {
      const ways = blockedWaysOf({ ...GUIDES[action], environment: resource.environment }).map(({ reason }) => ({ blocked: reason }));
      for (const asked of [{}, { call: true }, { language: "en" as const, call: true }, ...ways, ...ways.map((way) => ({ ...way, call: true }))]) {
        validate(JSON.parse(renderGuideJson(told([resource.address], { action, ...asked }).document)));
        expect([action, asked, validate.errors ?? []]).toEqual([action, asked, []]);
      }
    }
    expect(validate({ ...told([ACCOUNT]).document, version: 2 })).toBe(false);
    expect(guideSchema.definitions.guide.properties.action.enum.toSorted()).toEqual(Object.keys(GUIDES).toSorted());
    expect(guideSchema.definitions.blocked.properties.reason.enum).toEqual([...BLOCKED_REASONS]);
  });

  test("what comes from outside is shown, never obeyed", () => {
    const evil = "\u001b[2J\u202eEXEMPLE";
    const { desired, ...input } = halfWayInput();
    const gestionnaires = { finances: { nom: evil } };
    const { text, document } = told([ACCOUNT], { call: true, input: { ...input, desired: { ...desired, gestionnaires } } });
    expect(stripVTControlCharacters(text)).toBe(text);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    expect(renderGuideJson(document).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Co}\u202a-\u202e]/u);
  });
});

describe("a script for the telephone", () => {
  test("asks nobody to read out a screen that shows a secret, whatever the guide", () => {
    const { assessed } = plan(halfWayInput());
    const one = [...new Map(assessed.map(({ resource }) => [`${resource.environment} ${resource.kind}`, resource])).values()];
    const steps = one.flatMap((resource) => possibleSteps(resource).map(({ action }) => ({ address: resource.address, action })));
    for (const { action } of steps.filter(({ action: of }) => SHOWS_SECRET.test(JSON.stringify(shownBy(GUIDES[of]))))) {
      expect([action, GUIDES[action].secret]).toEqual([action, { fr: expect.any(String), en: expect.any(String) }]);
    }
    const secret = steps.filter(({ action }) => GUIDES[action].secret !== undefined);
    expect(new Set(secret.map(({ action }) => action))).toEqual(
      new Set(["register-piste", "generate-credentials", "create-compte-technique", "reset-password", "create-matelas", "retire-compte-technique"]),
    );
    for (const { address, action } of secret) {
      for (const language of ["fr", "en"] as const) {
        const { document, text } = told([address], { action, call: true, language });
        const said = document.sessions.flatMap(({ guides = [] }) => guides.flatMap(({ call = [] }) => call)).flatMap((line) => (line.line === "say" ? [line.text] : []));
        const refusal = language === "fr" ? /ne me (le )?lisez pas/i : /do not read/i;
        expect(said[0]).toMatch(refusal);
        expect(said.at(-1)).toMatch(refusal);
        const asked = said.filter((line) => READ_OUT.test(line));
        expect([action, asked]).toEqual([action, []]);
        expect(text.replaceAll(/\s+/g, " ")).not.toMatch(language === "fr" ? /Lisez-moi ce que|ce qui est à l'écran/ : /Read me what|what is on screen/);
      }
    }
  });

  test("says every action of a way around as one says it to somebody, and asks for no code or password", () => {
    for (const way of Object.values(BLOCKED_WAYS)) {
      expect(way.path.filter((part) => "act" in part && part.say === undefined)).toEqual([]);
      for (const language of ["fr", "en"] as const) {
        const { document } = told([ACCOUNT], { blocked: way.reason, call: true, language });
        const said = document.sessions.flatMap(({ blocked = [] }) => blocked.flatMap(({ call = [] }) => call)).flatMap((line) => (line.line === "say" ? [line.text] : []));
        const isSecret = SHOWS_SECRET.test(JSON.stringify(way.path)) || CODE.test(JSON.stringify(way.path));
        expect([way.reason, way.secret !== undefined]).toEqual([way.reason, isSecret]);
        expect(said.at(-1)).toMatch(isSecret ? /ne me lisez pas|do not read/i : /Lisez-moi|Read me/);
      }
    }
  });

  test("says where to put what must not be read out", () => {
    const { document } = told([ACCOUNT], { call: true });
    const said = document.sessions.flatMap(({ guides = [] }) => guides.flatMap(({ call = [] }) => call)).flatMap((line) => (line.line === "say" ? [line.text] : []));
    expect(said.slice(-4)).toEqual([
      "Ne me lisez pas ce que l'écran montre : le mot de passe du compte technique. Gardez-le pour vous.",
      expect.stringMatching(/^Le mot de passe n'est affiché qu'une fois : le déposer dans .*ne pas joindre le PDF/),
      "Dites-moi seulement « c'est rangé ».",
      "C'est fini. Ne me lisez pas l'écran, et gardez pour vous le mot de passe du compte technique. Dites-moi seulement « c'est fini ».",
    ]);
  });

  test("has one action in a line, and says what the other should see", () => {
    const { document } = told(RACCORDEMENTS, { call: true });
    const lines = document.sessions.flatMap(({ guides = [] }) => guides.flatMap(({ call = [] }) => call));
    const said = lines.flatMap((line) => (line.line === "say" ? [line] : []));
    expect(said.every(({ text }) => text.split(/(?<=\.) /).length <= 3)).toBe(true);
    expect(said.filter(({ sees }) => sees !== undefined).length).toBeGreaterThan(6);
    expect(lines.filter(({ line }) => line === "item").map(({ text }) => text)).toEqual([
      "1 sur 2 : lyon (73282932000082)",
      "2 sur 2 : nantes (73282932000090)",
    ]);
  });

  test("spells a value once", () => {
    const { document } = told(RACCORDEMENTS, { call: true });
    const spelled = document.sessions.flatMap(({ guides = [] }) =>
      guides.flatMap(({ call = [] }) => call.flatMap((line) => ("aloud" in line ? (line.aloud ?? []).map(({ value }) => value) : []))),
    );
    expect(new Set(spelled).size).toBe(spelled.length);
    expect(spelled).toEqual(expect.arrayContaining(["73282932000082", "73282932000090", "EXEMPLE-BTP-FACTURATION", "+33 4 72 00 00 01"]));
  });
});

/** What of a guide stands on screen, or is brought back from it. */
const shownBy = ({ result, keep, paths, fields, ownFields }: (typeof GUIDES)[StepAction]): unknown => [result, keep, paths, fields, ownFields];
const CODE = /six chiffres|identifiants|password/i;
const SHOWS_SECRET = /mot de passe|client secret|password/i;
/** Said so, and not after a "do not". */
const READ_OUT = /(?<!ne me (le |les )?)lisez|(?<!do not )\bread (it|them|me|out)/i;
