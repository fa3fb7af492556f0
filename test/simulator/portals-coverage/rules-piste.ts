import { expect } from "vitest";
import { applicationOf, callApi, NOBODY } from "./api.ts";
import { all, textOf } from "./html.ts";
import {
  APPLICATION, createApplication, declare, EMAIL, enter, factOf, followActivation, gestionnaire, matelas, NEW_APPLICATION, onPiste, openEspaces, pathOf, register, REGISTRATION, SANDBOX,
  signInToPiste, subscribe,
} from "./practice.ts";
import type { Checks } from "./rules.ts";

const TITLE = "Connexion à PISTE";

export const PISTE_RULES = {
  "email-signs-in": async (world) => {
    await onPiste(world);
    await world.browser.press("Se déconnecter");
    await world.browser.open("/piste/connexion");
    expect((await world.browser.press("Se connecter", { email: String(REGISTRATION["nom"]), motDePasse: String(REGISTRATION["motDePasse"]) })).title).toBe(TITLE);
    expect((await signInToPiste(world)).title).toBe("Applications");
  },
  "two-accounts": async (world) => {
    await onPiste(world);
    await matelas(world);
    expect(await enter(world, "qualification", EMAIL, String(REGISTRATION["motDePasse"]))).toMatchObject({ status: 422, title: "Connexion" });
  },
  universelle: async (world) => {
    await onPiste(world, { organisation: "Autre organisation" });
    const page = await world.browser.open("/piste/consentement-cgu-api");
    expect(all(page.main, "input").filter(({ attributes }) => attributes["type"] === "checkbox")).toEqual([]);
    expect(page.text).toContain("Universelle");
    await world.browser.force("/piste/consentement-cgu-api", { qualification: "structures" });
    await world.browser.open(pathOf("qualification", "/modifier"));
    await world.browser.force(pathOf("qualification", "/modifier"), { action: "modifications", apis: "structures" });
    expect(applicationOf(world, "qualification")).toMatchObject({ consentements: [], apis: [] });
  },
  "registration-mandatory": async (world) => {
    for (const field of ["nom", "email", "motDePasse", "confirmation", "organisation"]) {
      expect(await register(world, { [field]: "" })).toMatchObject({ status: 422, title: "Inscription" });
    }
    expect((await register(world, { cgu: [] })).status).toBe(422);
    expect(world.scenario().comptesPiste ?? {}).toEqual({});
    expect((await register(world)).status).toBe(200);
  },
  "passwords-same": async (world) => {
    const page = await register(world, { confirmation: "Une-autre-phrase-2026" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Les deux mots de passe diffèrent.");
  },
  "sandbox-at-activation": async (world) => {
    await register(world);
    expect((await signInToPiste(world)).title).toBe(TITLE);
    expect(applicationOf(world, "qualification")).toBeUndefined();
    await followActivation(world);
    await world.browser.press("Activer mon compte");
    expect(applicationOf(world, "qualification")).toMatchObject({ compte: EMAIL });
    expect(world.scenario().environments.production?.applications ?? {}).toEqual({});
  },
  "sandbox-name": async (world) => {
    await onPiste(world);
    expect(all(world.browser.page.main, "a").map(textOf)).toContain(`APP_SANDBOX_${EMAIL}`);
    expect(SANDBOX).toBe(`APP_SANDBOX_${EMAIL}`);
  },
  "consent-select-save": async (world) => {
    await onPiste(world);
    await world.browser.open(pathOf("qualification", "/authentification"));
    await world.browser.press("Générer");
    expect(await callApi(world, "qualification", NOBODY, "transverses")).toBe(403);
    await world.browser.open(pathOf("qualification", "/modifier"));
    await world.browser.press("Valider mes choix CGU", { cgu: "transverses" });
    expect(await callApi(world, "qualification", NOBODY, "transverses")).toBe(403);
    await world.browser.press("Sauvegarder l'application", { apis: "transverses" });
    expect(await callApi(world, "qualification", NOBODY, "transverses")).toBe(401);
  },
  "new-application": async (world) => {
    await onPiste(world);
    expect((await world.browser.open(pathOf("production"))).status).toBe(404);
    const page = await createApplication(world);
    expect([page.title, factOf(page, "Environnement")]).toEqual([`Consultation de l'application : ${APPLICATION}`, "Production"]);
    expect(applicationOf(world, "production")).toMatchObject({ compte: EMAIL, apis: [] });
  },
  "four-fields": async (world) => {
    await onPiste(world);
    for (const field of ["nom", "email", "responsable", "structure"]) {
      expect((await createApplication(world, { [field]: "" })).status).toBe(422);
    }
    expect(applicationOf(world, "production")).toBeUndefined();
    expect((await createApplication(world, { description: "", telephone: "" })).status).toBe(200);
  },
  "unique-name": async (world) => {
    await onPiste(world);
    await createApplication(world);
    for (const nom of [APPLICATION, SANDBOX]) {
      const page = await createApplication(world, { nom });
      expect(page.status).toBe(422);
      expect(page.text).toContain("il doit être unique");
    }
  },
  "name-reused": async (world) => {
    await onPiste(world);
    await createApplication(world);
    const person = await gestionnaire(world, "production");
    await openEspaces(world, person, "MODIFICATION", "raccordements");
    expect((await declare(world, person, { application: APPLICATION.toLowerCase() })).status).toBe(422);
    expect((await declare(world, person, { application: APPLICATION })).status).toBe(200);
  },
  "email-of-responsable": async (world) => {
    await onPiste(world);
    const page = await createApplication(world);
    expect(factOf(page, "Email")).toBe(NEW_APPLICATION["email"]);
    expect(factOf(page, "Responsable d'application")).toBe(NEW_APPLICATION["responsable"]);
    expect((await world.browser.open("/piste/applications/nouvelle")).text).toContain("Celui du responsable de l'application.");
  },
  siret: async (world) => {
    await onPiste(world);
    expect((await createApplication(world, { structure: "836399960" })).status).toBe(422);
    expect(factOf(await createApplication(world), "Information sur la structure")).toBe(NEW_APPLICATION["structure"]);
  },
  "consent-production": async (world) => {
    await onPiste(world);
    await createApplication(world);
    await subscribe(world, "qualification");
    expect(applicationOf(world, "production")).toMatchObject({ consentements: [], apis: [] });
    await subscribe(world, "production");
    expect(await callApi(world, "production", NOBODY, "transverses")).toBe(401);
  },
} satisfies Checks;
