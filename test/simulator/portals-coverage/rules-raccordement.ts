import { expect } from "vitest";
import type { Environment } from "../../../src/simulator/scenario.ts";
import { callApi, NOBODY, raccordementsOf } from "./api.ts";
import type { Page } from "./browser.ts";
import { all, textOf } from "./html.ts";
import { hasLabel } from "./labels.ts";
import { createApplication, declarationOf, declare, enter, factOf, FOURNISSEUR, gestionnaire, matelas, onPiste, openEspaces, readyToDeclare, reenter, requestAccount, SANDBOX } from "./practice.ts";
import type { Entered, Practice } from "./practice.ts";
import type { Checks } from "./rules.ts";

const MENU = "Raccordements EDI et API";
const MISSING = `${MENU} n'apparaît pas dans votre menu ?`;

export const RACCORDEMENT_RULES = {
  "sandbox-first": async (world) => {
    const person = await gestionnaire(world, "qualification");
    await openEspaces(world, person, "MODIFICATION", "raccordements");
    expect((await declare(world, person)).status).toBe(422);
    await onPiste(world);
    expect((await declare(world, person)).status).toBe(200);
  },
  "matelas-first": async (world) => {
    expect(world.scenario().environments.qualification).toEqual({});
    const made = await matelas(world);
    expect(world.scenario().environments.qualification?.structures).toHaveProperty(made["SIRET Structure"] ?? "");
    expect((await enter(world, "qualification", made["Login compte GP"] ?? "", made["Mot de passe Compte GP"] ?? "")).title).toBe("Accueil connecté");
  },
  "menu-by-subscription": async (world) => {
    const person = await gestionnaire(world, "qualification");
    expect(hasLabel(world.browser.page, "menu", MENU)).toBe(false);
    expect(world.browser.page.text).toContain(MISSING);
    expect(await world.browser.open("/chorus-pro/qualification/raccordements")).toMatchObject({ status: 403, text: expect.stringContaining(MISSING) as string });
    await openEspaces(world, person, "MODIFICATION", "raccordements");
    expect(hasLabel(world.browser.page, "menu", MENU)).toBe(true);
    expect(world.browser.page.text).not.toContain(MISSING);
  },
  "lines-per-page": async (world) => {
    const { structure } = await readyToDeclare(world, "qualification");
    await world.client.patch({ raccordements: Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`r${index}`, { structure, application: `APP-${index}` }])) });
    const lines = ({ main }: Page): number => all(main, "td").filter((cell) => textOf(cell).startsWith("APP-")).length;
    expect(lines(await world.browser.open("/chorus-pro/qualification/raccordements"))).toBe(12);
    const first = await world.browser.press("Afficher", { lignes: "10" });
    expect([lines(first), first.text.includes("page 1 sur 2")]).toEqual([10, true]);
    const next = all(first.main, "a").find((link) => textOf(link) === "Page suivante");
    expect(lines(await world.browser.open(next?.attributes["href"] ?? ""))).toBe(2);
  },
  "two-sections": async (world) => {
    await readyToDeclare(world, "qualification");
    const page = await world.browser.open("/chorus-pro/qualification/raccordements/declarer");
    expect(all(page.main, "fieldset").map((section) => [textOf(all(section, "legend")[0] ?? section), ...all(section, "input", "select").map(({ attributes }) => attributes["name"])])).toEqual([
      ["INFORMATIONS GÉNÉRALES", "structure", "application", "usage", "editeur"],
      ["CONTACT TECHNIQUE", "nom", "telephone", "email", "fax"],
    ]);
  },
  "structure-chosen": async (world) => {
    const person = await readyToDeclare(world, "qualification");
    await world.browser.open("/chorus-pro/qualification/raccordements/declarer");
    const { designation } = world.scenario().environments.qualification?.structures?.[person.structure] ?? {};
    const [select] = all(world.browser.page.main, "select");
    expect(select === undefined ? [] : all(select, "option").map(textOf)).toEqual(["Choisir…", `${person.structure} - ${designation}`]);
    const others = Object.keys(world.scenario().environments.qualification?.structures ?? {}).filter((identifiant) => identifiant !== person.structure);
    for (const structure of ["", others[0] ?? ""]) expect((await declare(world, person, { structure })).status).toBe(422);
    expect(raccordementsOf(world, "qualification")).toEqual([]);
  },
  "sandbox-name-taken": async (world) => {
    await declare(world, await readyToDeclare(world, "qualification"), { application: SANDBOX });
    expect(raccordementsOf(world, "qualification")).toMatchObject([{ application: SANDBOX }]);
  },
  declared: async (world) => {
    const person = await readyToDeclare(world, "qualification");
    await world.browser.open("/chorus-pro/qualification/raccordements/declarer");
    const cancel = all(world.browser.page.main, "a").find((link) => textOf(link) === "Annuler");
    expect((await world.browser.open(cancel?.attributes["href"] ?? "")).title).toBe("Raccordements API PISTE");
    expect(raccordementsOf(world, "qualification")).toEqual([]);
    const account = await workingAccount(world, person);
    expect(await callApi(world, "qualification", account)).toBe(403);
    const page = await declare(world, person, { fax: "0123456780" });
    const { nom, telephone, email, usage, application, structure } = declarationOf(person);
    expect(raccordementsOf(world, "qualification")).toEqual([{ structure, application, usage, contact: { nom, telephone, email, fax: "0123456780" } }]);
    expect(all(page.main, "td").map(textOf)).toEqual([expect.stringContaining(person.structure), application, usage, "Actif", "Mettre fin"]);
    expect(await callApi(world, "qualification", account)).toBe(200);
  },
  "account-before-calls": (world) => accountBeforeCalls(world, "qualification"),
  "account-before-calls-production": (world) => accountBeforeCalls(world, "production"),
  "production-application-first": async (world) => {
    const person = await gestionnaire(world, "production");
    await openEspaces(world, person, "MODIFICATION", "raccordements");
    expect((await declare(world, person)).status).toBe(422);
    await onPiste(world);
    await createApplication(world);
    expect((await declare(world, person)).status).toBe(200);
  },
  "espace-open": async (world) => {
    const person = await gestionnaire(world, "production");
    await openEspaces(world, person, "MODIFICATION", "factures-emises");
    expect(hasLabel(world.browser.page, "menu", MENU)).toBe(false);
    await openEspaces(world, person, "MODIFICATION", "factures-emises", "raccordements");
    expect(hasLabel(world.browser.page, "menu", MENU)).toBe(true);
  },
  habilitation: async (world) => {
    const person = await gestionnaire(world, "production");
    await world.browser.open(`/chorus-pro/production/structures/${FOURNISSEUR}/parametres`);
    await world.browser.press("Valider", { espaces: "raccordements", "abonnement-raccordements": "" });
    await reenter(world, person);
    expect(world.scenario().environments.production?.structures?.[FOURNISSEUR]?.espaces).toEqual(["raccordements"]);
    expect(hasLabel(world.browser.page, "menu", MENU)).toBe(false);
    expect(await world.browser.open("/chorus-pro/production/raccordements/declarer")).toMatchObject({ status: 403, text: expect.stringContaining("habilitations requises") as string });
    await openEspaces(world, person, "MODIFICATION", "raccordements");
    expect((await world.browser.open("/chorus-pro/production/raccordements/declarer")).status).toBe(200);
  },
  "no-sandbox": async (world) => {
    const person = await readyToDeclare(world, "production");
    const page = await declare(world, person, { application: SANDBOX });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Il est impossible de saisir une application SANDBOX");
    expect(raccordementsOf(world, "production")).toEqual([]);
  },
  starred: async (world) => {
    const person = await readyToDeclare(world, "production");
    const { main } = await world.browser.open("/chorus-pro/production/raccordements/declarer");
    const starred = all(main, "label").map(textOf).filter((label) => label.endsWith(" *"));
    expect(starred).toEqual(["Structure *", "Nom de l'application PISTE *", "Type d'utilisation *", "Nom Prénom *", "Téléphone *", "Adresse électronique *"]);
    for (const field of ["structure", "application", "usage", "nom", "telephone", "email"]) {
      expect(mistakesOf(await declare(world, person, { [field]: "" }))).toEqual([field]);
    }
    expect((await declare(world, person, { fax: "" })).status).toBe(200);
  },
  ended: async (world) => {
    await declare(world, await readyToDeclare(world, "qualification"));
    await world.browser.press("Mettre fin");
    expect(raccordementsOf(world, "qualification")).toEqual([]);
  },
  "declared-once": async (world) => {
    const person = await readyToDeclare(world, "qualification");
    await declare(world, person);
    expect(mistakesOf(await declare(world, person))).toEqual(["application"]);
  },
  "solution-named": async (world) => {
    const person = await readyToDeclare(world, "qualification");
    const usage = "Utilisateur d'une solution d'un éditeur ou opérateur";
    expect(mistakesOf(await declare(world, person, { usage }))).toEqual(["editeur"]);
    expect((await declare(world, person, { usage, editeur: "Solution" })).status).toBe(200);
  },
  "consultation-declares-nothing": async (world) => {
    await onPiste(world);
    await createApplication(world);
    const person = await gestionnaire(world, "production");
    await openEspaces(world, person, "CONSULTATION", "raccordements");
    expect((await world.browser.open("/chorus-pro/production/raccordements")).status).toBe(200);
    expect(mistakesOf(await declare(world, person))).toEqual(["structure"]);
  },
} satisfies Checks;

async function accountBeforeCalls(world: Practice, environment: Environment): Promise<void> {
  const person = await readyToDeclare(world, environment);
  const page = await declare(world, person);
  expect(textOf(page.root)).toContain("il faut encore un compte technique");
  expect(await callApi(world, environment, NOBODY)).toBe(401);
  expect(await callApi(world, environment, await workingAccount(world, person))).toBe(200);
}

/** `login:password` of a new one, half an hour later. */
async function workingAccount(world: Practice, person: Entered): Promise<string> {
  const shown = await requestAccount(world, person);
  await world.browser.press("Avancer de 30 minutes");
  return `${factOf(shown, "Login")}:${factOf(shown, "Mot de passe")}`;
}

/** The fields that a refused form says are wrong. */
const mistakesOf = ({ main }: Page): readonly string[] => all(main, "input", "select").filter(({ attributes }) => "aria-invalid" in attributes).map(({ attributes }) => attributes["name"] ?? "");

