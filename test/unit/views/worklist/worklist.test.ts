import { describe, expect, it } from "vitest";
import { messages } from "../../../../src/messages/messages.ts";
import type { StepAction } from "../../../../src/model/step.ts";
import type { PlanDocument, PlannedCondition } from "../../../../src/plan/plan-document.ts";
import { renderWorklistCsv } from "../../../../src/views/worklist/worklist-csv.ts";
import { renderWorklistHtml } from "../../../../src/views/worklist/worklist-html.ts";
import { renderWorklistMarkdown } from "../../../../src/views/worklist/worklist-markdown.ts";
import { concentrateur, messageTo } from "./messages.ts";

const ONE = "code;siret;nom\nC00417;12345678200010;Menuiserie exemple\n";
const MOVING = "code;siret;nom;etat;date;remplace\nC1;73282932000082;Menuiserie;sortant;2026-11-01;\nC2;73282932000090;Menuiserie;actif;;C1\n";
const LEAVING = "code;siret;nom;etat;date\nC1;73282932000082;Menuiserie;sortant;2026-11-01\n";
const DEPOT = ', depot: "https://depot.exemple-gestion.fr/{code}"';

describe("a message as it is sent", () => {
  it.each(["fr", "en"] as const)("to a new client, in %s", async (language) => {
    const { text } = await messageTo("C00417", { config: concentrateur(DEPOT), clients: ONE }, language);
    await expect(text).toMatchFileSnapshot(`messages/new-client.${language}.txt`);
  });

  it.each(["fr", "en"] as const)("for a reset that may have been done already, in %s", async (language) => {
    const { text } = await messageTo("C00417", { config: concentrateur(DEPOT), clients: ONE, change: refused }, language);
    await expect(text).toMatchFileSnapshot(`messages/reset.${language}.txt`);
  });

  it.each(["fr", "en"] as const)("for a move, in %s", async (language) => {
    const { text } = await messageTo("C2", { config: concentrateur(DEPOT), clients: MOVING }, language);
    await expect(text).toMatchFileSnapshot(`messages/move.${language}.txt`);
  });

  it("for the end of a move, once everything of the new SIRET is proven and not before", async () => {
    const halfWay = await messageTo("C2", { config: concentrateur(DEPOT), clients: MOVING, change: (document) => proven(document, ["compte-technique"]) });
    expect(halfWay.worklist).toBeUndefined();
    const { text } = await messageTo("C2", { config: concentrateur(DEPOT), clients: MOVING, change: (document) => proven(document) });
    await expect(text).toMatchFileSnapshot("messages/moved.fr.txt");
  });

  it.each(["fr", "en"] as const)("to a client who is blocked, with the way around, in %s", async (language) => {
    const { text } = await messageTo("C00417", { config: concentrateur(DEPOT), clients: ONE, change: (document) => blocked(document, "gp-left") }, language);
    await expect(text).toMatchFileSnapshot(`messages/blocked.${language}.txt`);
  });

  it("to a client who leaves", async () => {
    const { text } = await messageTo("C1", { config: concentrateur(DEPOT), clients: LEAVING });
    await expect(text).toMatchFileSnapshot("messages/leaving.fr.txt");
  });
});

describe("what is blocked", () => {
  const config = `
version: 1
topology: editeur
piste: piste@exemple-gestion.fr
solution: { editeur: EXEMPLE GESTION, nom: Gestion Serveur }
apis: [structures, transverses, utilisateurs]
contact: { nom: Équipe API, email: api@exemple-gestion.fr, telephone: "+33 2 99 00 00 01" }
clients: { from: clients.csv, application: "EXEMPLE-{code}", espaces: [factures-emises] }
`;

  it("is told once, however many steps wait for it, and no word of ours is in it", async () => {
    const { text, worklist } = await messageTo("C00417", { config, clients: ONE, change: (document) => blocked(document, "siret-changed") });
    expect(text.match(/Modifier l'identifiant$/gm)).toHaveLength(1);
    expect(text).not.toMatch(/siret-changed|structure : C00417|configuration/);
    expect(worklist?.pages.flatMap(({ sessions }) => sessions)).toEqual(worklist?.sessions);
  });

  it("comes after what can be done", async () => {
    const { text } = await messageTo("C00417", { config, clients: ONE, change: (document) => blocked(document, "no-second-factor", ["espace"]) });
    expect(text.indexOf("2. Structure 12345678200010 : pas de second facteur")).toBeGreaterThan(text.indexOf("1. Structure 12345678200010 : compte technique"));
    expect(text).toContain("avec le moyen de passer autrement");
  });

  it("is left out where nobody knows another way", async () => {
    expect((await messageTo("C00417", { config, clients: ONE, change: (document) => blocked(document, "en congé") })).worklist).toBeUndefined();
  });
});

it("is as complete in every form", async () => {
  const { worklist, text } = await messageTo("C2", { config: concentrateur(DEPOT), clients: MOVING });
  const all = worklist === undefined ? [] : [worklist];
  const words = messages("fr");
  const plain = { text, html: all.map((one) => renderWorklistHtml(one, "fr")).join(), markdown: all.map((one) => renderWorklistMarkdown(one, words)).join().replaceAll(/\\|<!-- -->/g, ""), csv: renderWorklistCsv(all, words) };
  const told = ["https://portail.chorus-pro.gouv.fr", "un code à six chiffres", "73282932000090", "une seule fois, avec un export", "https://depot.exemple-gestion.fr/C2", "TECH_1_73282932000090@cpro.fr", "au bout de 30 min", "la page est fermée avant"];
  for (const [form, said] of Object.entries(plain)) for (const one of told) expect(said, form).toContain(one);
  for (const form of ["text", "html", "markdown"] as const) expect(plain[form], form).toContain("compte technique à fermer, seulement quand nous aurons vérifié");
  expect(plain.csv).not.toContain("à fermer");
});

describe("where the password goes", () => {
  it("is asked for where no place is given: ours is nothing to a client", async () => {
    const { text } = await messageTo("C00417", { config: concentrateur(', password: { command: [vault-dump, chorus], key: "{siret}" }'), clients: ONE });
    expect(text).toContain("demandez-nous avant de commencer où le déposer ; ne l'envoyez jamais par courriel");
    expect(text).not.toMatch(/vault|\$[A-Z{]|CHORUS_/);
    const byVariable = await messageTo("C00417", { config: concentrateur(', password: { env: "PW_{code}" }'), clients: ONE });
    expect(byVariable.text).not.toMatch(/PW_|\$[A-Z{]/);
  });

  it("is his own server where it stays there", async () => {
    const { text } = await messageTo("C00417", { config: concentrateur(", secrets: chez-le-client"), clients: ONE });
    expect(text).toContain("rangez-le aussitôt sur votre propre serveur");
    expect(text).not.toContain("déposer");
  });
});

it("gives every value to type, however many there are", async () => {
  const sirets = ["73282932000074", "73282932000082", "73282932000090", "73282932000108", "73282932000116", "73282932000124", "73282932000132", "73282932000140"];
  const structures = sirets.map((siret, index) => `site${index}: ${siret}`).join(", ");
  const config = concentrateur(DEPOT).replace("topology: concentrateur", "topology: direct").replace(/structures: \{.*\}/, `structures: { ${structures} }`).replace(/clients: .*\n/, "");
  const { text } = await messageTo("gestionnaire", { config, clients: ONE });
  for (const siret of sirets) expect(text).toContain(siret);
  expect(text).not.toContain("--format json");
});

it("knows neither our code for a structure nor anything of Chorus", async () => {
  for (const [client, clients] of [["C00417", ONE], ["C2", MOVING], ["C1", LEAVING]] as const) {
    const { text } = await messageTo(client, { config: concentrateur(DEPOT), clients });
    const said = text.replaceAll(/https:\/\/\S+/g, "");
    expect(said).not.toMatch(/\bC\d+\b|chorus (plan|apply|guide|attest)|configuration|Chorus(?! Pro)(?![\]])/);
  }
});

/** The account worked before, and its login is refused now. */
const refused = (document: PlanDocument): PlanDocument => ({
  ...document,
  steps: document.steps.map((step) => (isOf(step.action, "create-compte-technique") && step.items.some(({ address }) => address.endsWith("/C00417")) ? { ...step, action: "reset-password", why: "missing" } : step)),
  resources: document.resources.map((resource) => {
    if (!resource.address.endsWith("compte-technique/C00417")) return resource;
    const [condition] = resource.conditions;
    const now = { ...condition, status: "false", reason: "login-refused", causes: [{ cause: "changed", told: "worked-before" }] } as PlannedCondition;
    return { ...resource, conditions: [now] };
  }),
});

/** As it is once a client's own steps, of these kinds, were noted blocked. */
const blocked = (document: PlanDocument, reason: string, kinds: readonly string[] = ["compte-technique", "espace"]): PlanDocument => {
  const request = { state: "blocked", reminders: 0, reason } as const;
  const isMeant = (address: string): boolean => kinds.some((kind) => address.startsWith(`production/${kind}/C00417`));
  return { ...document, steps: document.steps.map((step) => ({ ...step, items: step.items.map((item) => (isMeant(item.address) ? { ...item, request } : item)) })) };
};

const isOf = (action: StepAction, one: StepAction): boolean => action === one;

/** As it is once these kinds of the new SIRET's are proven: they are in order, and their steps are gone. */
const proven = (document: PlanDocument, kinds: readonly string[] = ["compte-technique", "rattachement", "espace", "structure"]): PlanDocument => {
  const done = new Set(document.resources.filter(({ client, kind }) => client === "C2" && kinds.includes(kind)).map(({ address }) => address));
  const gone = new Set(document.steps.filter(({ items }) => items.every(({ address }) => done.has(address))).map(({ number }) => number));
  return {
    ...document,
    steps: document.steps.filter(({ number }) => !gone.has(number)).map((step) => ({ ...step, waitsFor: step.waitsFor.filter((number) => !gone.has(number)) })),
    resources: document.resources.map((resource) => (done.has(resource.address) ? { ...resource, status: "in-order" } : resource)),
  };
};
