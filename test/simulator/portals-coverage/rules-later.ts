import { expect } from "vitest";
import { applicationOf, callApi, raccordementsOf } from "./api.ts";
import { all, textOf } from "./html.ts";
import { hasLabel } from "./labels.ts";
import { createApplication, declare, enter, factOf, followActivation, gestionnaire, GESTIONNAIRE, matelas, onPiste, pathOf, readyToDeclare, register, requestAccount, signInToPiste } from "./practice.ts";
import type { Practice } from "./practice.ts";
import type { Checks } from "./rules.ts";

const COMPTES = "/chorus-pro/qualification/comptes-techniques";

export const LATER_RULES = {
  "strong-password": async (world) => {
    for (const motDePasse of ["Court-2026", "une-phrase-2026", "UNE-PHRASE-2026", "Une-phrase-longue", "UnePhrase2026"]) {
      expect((await register(world, { motDePasse, confirmation: motDePasse })).status).toBe(422);
    }
    expect((await register(world)).status).toBe(200);
  },
  "activation-five-days": async (world) => {
    await register(world);
    await world.browser.press("d'un jour");
    for (let day = 1; day < 5; day++) await world.browser.press("d'un jour");
    expect((await followActivation(world)).status).toBe(200);
    await world.browser.press("Avancer de 30 minutes");
    expect((await followActivation(world)).status).toBe(410);
    // Whoever tries to sign in is sent another.
    await signInToPiste(world);
    expect((await followActivation(world)).status).toBe(200);
  },
  "consent-twice": async (world) => {
    await onPiste(world);
    await createApplication(world);
    await world.browser.open("/piste/consentement-cgu-api");
    await world.browser.press("Valider mes choix CGU", { production: "factures" });
    expect(applicationOf(world, "production")?.consentements).toEqual(["factures"]);
    expect(applicationOf(world, "qualification")?.consentements).toEqual([]);
    const labels = all(world.browser.page.main, "label").map(textOf);
    for (const line of ["Sandbox", "Production"]) expect(labels).toContain(`AIFE - Chorus Pro - Factures (${line})`);
  },
  greyed: async (world) => {
    await onPiste(world);
    const isGreyed = async (): Promise<boolean> => {
      const { main } = await world.browser.open(pathOf("qualification", "/modifier"));
      return all(main, "input").some(({ attributes }) => attributes["id"] === "selection-factures" && "disabled" in attributes);
    };
    expect(await isGreyed()).toBe(true);
    await world.browser.force(pathOf("qualification", "/modifier"), { action: "modifications", active: "oui", apis: "factures" });
    expect(applicationOf(world, "qualification")?.apis).toEqual([]);
    await world.browser.open("/piste/consentement-cgu-api");
    await world.browser.press("Valider mes choix CGU", { qualification: "factures" });
    expect(await isGreyed()).toBe(false);
    await world.browser.press("Appliquer les modifications", { apis: "factures" });
    expect(applicationOf(world, "qualification")?.apis).toEqual(["factures"]);
  },
  "none-subscribed": async (world) => {
    await onPiste(world);
    expect((await world.browser.open(pathOf("qualification"))).text).toContain("Aucune API souscrite");
    await world.browser.open(pathOf("qualification", "/modifier"));
    await world.browser.press("Valider mes choix CGU", { cgu: "factures" });
    expect((await world.browser.open(pathOf("qualification"))).text).toContain("Aucune API souscrite");
    await world.browser.open(pathOf("qualification", "/modifier"));
    expect((await world.browser.press("Appliquer les modifications", { apis: "factures" })).text).not.toContain("Aucune API souscrite");
  },
  credentials: async (world) => {
    await onPiste(world);
    await world.browser.open(pathOf("qualification", "/authentification"));
    const made = await world.browser.press("Générer");
    const [id, secret] = [factOf(made, "Client id") ?? "", factOf(made, "Client secret") ?? ""];
    expect(await tokenStatus(world, id, secret)).toBe(200);
    expect(factOf(await world.browser.open(pathOf("qualification", "/authentification")), "Client secret")).toBeUndefined();
    expect(factOf(await world.browser.press("Consulter le client secret"), "Client secret")).toBe(secret);
    const again = factOf(await world.browser.press("Régénérer le client secret"), "Client secret") ?? "";
    expect(await tokenStatus(world, id, secret)).toBe(400);
    expect(await tokenStatus(world, id, again)).toBe(200);
  },
  "matelas-csv": async (world) => {
    await matelas(world);
    const csv = await world.browser.download("/chorus-pro/qualification/matelas.csv");
    expect(csv).toMatch(/^Entite;Libelle;Valeur\r\n/);
    for (const label of ["SIRET Structure", "Code du service", "Login compte GP", "Mot de passe Compte GP", "Login compte US"]) expect(csv).toContain(`;${label};`);
    expect((await world.browser.open("/chorus-pro/production/matelas")).status).toBe(404);
  },
  "second-factor": async (world) => {
    await world.browser.open("/chorus-pro/production/connexion");
    expect((await world.browser.press("Se connecter", { login: GESTIONNAIRE, motDePasse: "Exemple-2026" })).title).toBe("Second facteur");
    expect((await world.browser.press("Valider", { code: "x" })).status).toBe(422);
    expect((await world.browser.open("/chorus-pro/production/structures")).title).toBe("Connexion");
    expect((await enter(world, "production", GESTIONNAIRE, "Exemple-2026")).title).toBe("Accueil connecté");
  },
  "menu-after-reconnection": async (world) => {
    const person = await gestionnaire(world, "qualification");
    await world.browser.open(`/chorus-pro/qualification/structures/${person.structure}/parametres`);
    await world.browser.press("Valider", { espaces: "factures-emises", "abonnement-factures-emises": "CONSULTATION" });
    expect(hasLabel(await world.browser.open("/chorus-pro/qualification"), "menu", "Factures émises")).toBe(false);
    await world.browser.press("Se déconnecter");
    expect(hasLabel(await enter(world, "qualification", person.login, person.motDePasse), "menu", "Factures émises")).toBe(true);
  },
  "gestionnaire-alone": async (world) => {
    const made = await matelas(world);
    await enter(world, "qualification", made["Login compte US"] ?? "", made["Mot de passe Compte US"] ?? "");
    expect((await world.browser.open(COMPTES)).status).toBe(403);
  },
  "account-made": async (world) => {
    const person = await gestionnaire(world, "qualification");
    const shown = await requestAccount(world, person);
    expect(factOf(shown, "Login")).toBe(`TECH_1_${person.structure}@cpro.fr`);
    const password = factOf(shown, "Mot de passe") ?? "";
    expect(password).not.toBe("");
    expect((await world.browser.open(`${COMPTES}/affichage`)).text).not.toContain(password);
    expect(await world.browser.download(`${COMPTES}/informations.pdf`)).toMatch(/^%PDF-/);
    const mails = await world.browser.open("/simulation/courriels");
    expect(mails.text).toContain("[Chorus Pro] Création du compte utilisateur technique");
    expect(mails.text).not.toContain(password);
  },
  "account-after-minutes": async (world) => {
    const account = await newAccount(world);
    expect(await callApi(world, "qualification", account, "transverses")).toBe(401);
    await world.browser.press("Avancer de 30 minutes");
    expect(await callApi(world, "qualification", account, "transverses")).toBe(200);
  },
  "password-dies": async (world) => {
    const account = await newAccount(world);
    await world.browser.press("de 410 jours");
    for (let day = 410; day < 423; day++) await world.browser.press("d'un jour");
    expect(await callApi(world, "qualification", account, "transverses")).toBe(200);
    await world.browser.press("d'un jour");
    expect(await callApi(world, "qualification", account, "transverses")).toBe(401);
  },
  "password-reset": async (world) => {
    const person = await readyToDeclare(world, "qualification");
    const shown = await requestAccount(world, person);
    const [login, old] = [factOf(shown, "Login") ?? "", factOf(shown, "Mot de passe") ?? ""];
    await world.browser.press("Avancer de 30 minutes");
    const prepared = await requestAccount(world, person, "reinitialisation");
    const renewed = factOf(prepared, "Nouveau mot de passe") ?? "";
    expect(renewed).not.toBe(old);
    expect(await callApi(world, "qualification", `${login}:${old}`, "transverses")).toBe(200);
    await world.browser.press("Soumettre");
    expect(await callApi(world, "qualification", `${login}:${old}`, "transverses")).toBe(401);
    expect(await callApi(world, "qualification", `${login}:${renewed}`, "transverses")).toBe(200);
  },
} satisfies Checks;

async function tokenStatus({ client }: Practice, id: string, secret: string): Promise<number> {
  return (await client.askToken("qualification", { grant_type: "client_credentials", client_id: id, client_secret: secret })).status;
}

/** `login:password` of one that was made a moment ago. */
async function newAccount(world: Practice): Promise<string> {
  const person = await readyToDeclare(world, "qualification");
  await declare(world, person);
  expect(raccordementsOf(world, "qualification")).toHaveLength(1);
  const shown = await requestAccount(world, person);
  return `${factOf(shown, "Login")}:${factOf(shown, "Mot de passe")}`;
}

