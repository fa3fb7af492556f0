import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DIRECT, DIRECT_DONE, LOGIN, SECRETS } from "../support/direct.ts";
import { directBut, LYON } from "../support/direct-world.ts";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { practise, readLines, workIn, type Practice } from "./support.ts";
import { CTRL_C, CTRL_D, DOWN, ENTER, ESCAPE, sitDown, type Seated, type SeatOptions } from "./terminal.ts";

const APPLICATION = "EXEMPLE-BTP-FACTURATION";

/** The application lacks an API, in consent and selection. */
const WITHOUT_TRANSVERSES = directBut(({ application }) => {
  application.apis = application.apis.filter((api) => api !== "transverses");
  application.consentements = application.consentements.filter((api) => api !== "transverses");
});

interface Desk {
  readonly cwd: string;
  readonly practice: Practice;
  readonly sit: (args?: readonly string[], options?: Partial<SeatOptions>) => Promise<Seated>;
  readonly readState: () => Promise<string>;
}

const deskWith = async (world: Scenario, yaml: string = DIRECT): Promise<Desk> => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), yaml);
  const practice = await practise(world);
  return {
    cwd,
    practice,
    sit: (args = [], { variables = {}, ...options } = {}) =>
      sitDown(["apply", ...args], { cwd, variables: { ...practice.variables, ...SECRETS, CHORUS_BY: "Camille Durand", ...variables }, ...options }),
    readState: () => readFile(join(cwd, "chorus.state.jsonl"), "utf8"),
  };
};

const copied = (text: string): string => `\u001B]52;c;${Buffer.from(text).toString("base64")}\u0007`;

describe("a guided apply", () => {
  it("asks who it is for, copies a value, and ticks a step once the platforms say so", async () => {
    const { sit, practice, readState } = await deskWith(WITHOUT_TRANSVERSES);
    const seat = await sit();
    await seat.sees("Qui êtes-vous ?", "❯ facturation@exemple-btp.fr (2 étapes, dont 1 en attente)", "Direction financière (2 étapes, dont 1 en attente)");
    seat.types(ENTER);

    await seat.sees("Étape 1 sur 2", "CGU à accepter pour l'API « Transverses »", "https://piste.gouv.fr", "c'est fait, vérifier");
    seat.types(ENTER);
    await seat.sees("rien ne peut encore le montrer, une étape suivante le fera");

    await seat.sees("Étape 2 sur 2", "API « Transverses » non souscrite", "403", /1 {2}Nom de l'application +EXEMPLE-BTP-FACTURATION/, "1 copier");
    seat.types("1");
    await seat.sees(`envoyé au presse-papiers du terminal : ${APPLICATION}`, "1 copier");
    expect(seat.bytes()).toContain(copied(APPLICATION));
    seat.types("v");
    await seat.sees("pas encore", "403", "c'est fait, vérifier");
    await practice.change(DIRECT_DONE);
    seat.types(ENTER);
    await seat.sees("nouvelle vérification dans", "API « Transverses » (production) : prouvé (la route répond)", "CGU « Transverses » (production) : prouvé", "2 étapes faites");
    expect(await seat.ended).toEqual({ code: 0, signal: 0 });
    expect(seat.text()).not.toContain("Étape 3");
    expect(await readState()).toContain("transverses");
  });

  it("takes a person's word on the spot, but no password, and shows what it unlocks; goes on where it was left", async () => {
    const { sit, cwd } = await deskWith(DIRECT_DONE);
    const first = await sit();
    await first.sees("Étape 1 sur 2", "Direction financière", "espace « Raccordements EDI et API » à ouvrir", /1 {2}Identifiant +73282932000082/, "c'est fait, dire ce que j'ai vu");
    first.types(ENTER);
    await first.sees("Qu'est-ce qui est fait ?", "❯ tout (3)", "lyon");
    first.types(ENTER);
    await first.sees("Qu'avez-vous vu, et où ?");
    first.types(`mot de passe : Ab(1~xK$9%qZ2${ENTER}`);
    await first.sees("Où le retrouver ?");
    first.types(ENTER);
    await first.sees("CHR-EVIDENCE-SECRET", "c'est fait, dire ce que j'ai vu");

    first.types(ENTER);
    await first.sees("Qu'est-ce qui est fait ?");
    first.types(ESCAPE);
    await first.sees("c'est fait, dire ce que j'ai vu");
    first.types(ENTER);
    await first.sees("Qu'est-ce qui est fait ?");
    first.types(DOWN);
    await first.sees("❯ lyon");
    first.types(ENTER);
    await first.sees("Qu'avez-vous vu, et où ?");
    first.types(`le menu, à l'écran${ENTER}`);
    await first.sees("Où le retrouver ?");
    first.types(`TICKET-12${ENTER}`);
    await first.sees("production/espace/lyon/raccordements : attesté par Camille Durand", "chorus.attestations.yaml", "lyon, espace « Raccordements EDI et API » (production) : attesté", "il en reste 2");
    const words = await readFile(join(cwd, "chorus.attestations.yaml"), "utf8");
    expect(words).toContain("le menu, à l'écran");
    expect(words).toContain("TICKET-12");
    expect(words).not.toMatch(/nantes|Ab\(1/);

    await first.sees("Étape 1 sur 2", "nantes, siege : espace", "quitter");
    first.types(ENTER);
    await first.sees("❯ tout (2)");
    first.types(ENTER);
    await first.sees("Qu'avez-vous vu, et où ?");
    first.types(`les menus${ENTER}`);
    await first.sees("Où le retrouver ?");
    first.types(ENTER);
    await first.sees("nantes, siege, espace « Raccordements EDI et API » (production) : attesté", "débloque : lyon, nantes, siege : raccordement", "Étape 2 sur 2", "quitter");
    first.types("q");
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, "chorus.state.jsonl"), "utf8")).toContain("attested");

    const second = await sit();
    await second.sees("Étape 1 sur 1", "lyon, nantes, siege : raccordement", /4 {2}Nom de l'application PISTE +EXEMPLE-BTP-FACTURATION/, "quitter");
    second.types("s");
    await second.sees("0 étape faite, 1 passée", "reprendre ce qui a été mis de côté");
    second.types("r");
    await second.sees("Étape 1 sur 1", "quitter");
    second.types("p");
    await second.sees("Reporter jusqu'à quand, ou pourquoi ?");
    second.types(`31/12/2020${ENTER}`);
    await second.sees("ce moment est passé", "quitter");
    second.types("p");
    await second.sees("Reporter jusqu'à quand, ou pourquoi ?");
    second.types(`30j attend la DSI${ENTER}`);
    await second.sees("noté dans chorus.requests.jsonl", "reportée jusqu'au", "0 étape faite, 1 reportée (à reprendre à partir du", "finir");
    second.types(ENTER);
    expect(await second.ended).toMatchObject({ code: 0 });
    const [noted] = await readLines(join(cwd, "chorus.requests.jsonl"));
    expect(noted).toMatchObject({ event: "noted", by: "Camille Durand", note: "attend la DSI", address: "production/raccordement/principale/lyon", until: expect.stringMatching(/^20/) });

    const third = await sit();
    await third.sees("0 étape faite, 1 reportée", "reprendre ce qui a été mis de côté");
    third.types("r");
    await third.sees("Étape 1 sur 1", "« attend la DSI »", "quitter");
    third.types("q");
    expect(await third.ended).toMatchObject({ code: 0 });
  });

  it("does not have a refused login refused again; a password put in its place is tried at once", { timeout: 90_000 }, async () => {
    const world = directBut(({ account }) => (account.motDePasse = "canary-the-right-one"));
    const vault = await workIn("examples/simulation");
    const password = (text: string): Promise<void> => writeFile(join(vault, "password"), text);
    const { sit, practice, readState } = await deskWith(world, `${DIRECT}secrets: { password: { file: ${join(vault, "password")} } }\n`);
    const tries = (): number => practice.simulator.requests().filter(({ account }) => account === LOGIN).length;
    await password("canary-the-wrong-one");

    const seat = await sit(["--actor", "gestionnaire", "--trust", `loopback,files:${vault}`], { secrets: ["canary-the-right-one", "canary-the-wrong-one"] });
    await seat.sees("Étape 1 sur", "compte technique", "refusé : 401", "c'est fait, vérifier");
    const before = tries();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThanOrEqual(8);
    seat.types(ENTER);
    await seat.sees("pas encore", "refusé : 401", /ne\s+sera\s+pas\s+réessayé\s+avant \d\d:\d\d/, "c'est fait, vérifier");
    seat.types(ENTER);
    await seat.sees("pas encore", "c'est fait, vérifier");
    expect(tries()).toBe(before);
    seat.types("p");
    await seat.sees(/Entrée : jusqu'à \d\d:\d\d/);
    seat.types(ESCAPE);
    await seat.sees("c'est fait, vérifier");

    await password("canary-the-right-one");
    seat.types(ENTER);
    await seat.sees("compte technique (production) : prouvé (connexion acceptée)", "lyon, nantes, siege, rattachement (production) : prouvé", "Étape 2 sur");
    expect(tries()).toBeGreaterThan(before);
    expect(await readState()).toContain("login-accepted");
    seat.types(CTRL_C);
    expect(await seat.ended).toMatchObject({ code: 130 });
  });

  it("leaves the terminal as it was on Ctrl-C, with what is proven recorded", async () => {
    const { sit, readState } = await deskWith(DIRECT_DONE);
    const seat = await sit([], { afterwards: "stty -a" });
    await seat.sees("Étape 1 sur 2", "quitter");
    seat.types(CTRL_C);
    await seat.sees("Interrompu. Ce qui est prouvé est enregistré", "« chorus apply » reprend ici");
    await seat.sees(/(?<!-)\bicanon\b/, /(?<!-)\becho\b/);
    expect(await seat.ended).toMatchObject({ code: 130 });
    expect(seat.bytes().lastIndexOf("\u001B[?25h")).toBeGreaterThan(seat.bytes().lastIndexOf("\u001B[?25l"));
    expect(await readState()).toContain("login-accepted");
  });

  it.each([
    ["at a question", ENTER, "Qu'est-ce qui est fait ?", CTRL_C],
    ["by Ctrl-D, at a line", "p", "Reporter jusqu'à quand", CTRL_D],
  ])("ends with 130 %s too", async (_name, keys, seen, last) => {
    const { sit } = await deskWith(DIRECT_DONE);
    const seat = await sit();
    await seat.sees("quitter");
    seat.types(keys);
    await seat.sees(seen);
    seat.types(last);
    await seat.sees("Interrompu");
    expect(await seat.ended).toMatchObject({ code: 130 });
  });

  it("ends on Ctrl-C while it looks, and takes nothing else that is typed meanwhile", async () => {
    const { sit, practice } = await deskWith(WITHOUT_TRANSVERSES);
    const seat = await sit(["--target", "production/subscription/principale/transverses"], { afterwards: "stty -a" });
    await seat.sees("Étape 1 sur 1", "quitter");
    seat.types(ENTER);
    await seat.sees("pas encore", "quitter");
    seat.types(ENTER);
    await seat.sees("nouvelle vérification dans");
    seat.types("sq1");
    await practice.change(DIRECT_DONE);
    seat.types(CTRL_C);
    await seat.sees("Interrompu", /(?<!-)\bicanon\b/);
    expect(await seat.ended).toMatchObject({ code: 130 });
    expect(seat.text()).not.toMatch(/passée|copier\n.*presse-papiers/);
  });

  it("asks before it writes, as ever, and then goes on with the steps", async () => {
    const yaml = DIRECT.replace("apis: [", "apis: [organisations, ").replace("lyon: 73282932000082", "lyon: { identifiant: 73282932000082, edi: { reception: true } }");
    const world = directBut(({ application, structures }) => {
      application.apis = [...application.apis, "organisations"];
      application.consentements = [...application.consentements, "organisations"];
      structures[LYON] = { designation: LYON, espaces: ["raccordements", "factures-emises"], edi: { reception: false, connexion: true } };
    });
    const { sit } = await deskWith(world, yaml);
    const seat = await sit();
    await seat.sees("Le faire ? [o/N]");
    seat.types(`n${ENTER}`);
    await seat.sees("n'a pas été faite", "Étape 1 sur 2", "quitter");
    seat.types("q");
    expect(await seat.ended).toMatchObject({ code: 0 });
  });

  it("speaks English, and helps", async () => {
    const { sit, cwd } = await deskWith(WITHOUT_TRANSVERSES);
    // No browser of the developer's is found there.
    const seat = await sit(["--lang", "en"], { variables: { PATH: cwd } });
    await seat.sees("Who are you?", "❯ facturation@exemple-btp.fr (2 steps, 1 waiting)", "everybody (4 steps)");
    seat.types("fina");
    await seat.sees("❯ Direction financière");
    seat.types(ENTER);
    await seat.sees("Step 1 of 2", "no API tells", "it is done, say what I saw");
    seat.types("?");
    await seat.sees("Passwords and secrets are never typed here", "quit");
    seat.types("g");
    await seat.sees("Trouble", "Source", "quit");
    seat.types("o");
    await seat.sees("To open: https://portail.chorus-pro.gouv.fr", "quit");
    seat.types("q");
    expect(await seat.ended).toMatchObject({ code: 0 });
  });

  it.each([
    ["--non-interactive", ["--non-interactive"], {}],
    ["the variable of that name", [], { CHORUS_NON_INTERACTIVE: "1" }],
    ["CI", [], { CI: "true" }],
    ["a terminal that only prints", [], { TERM: "dumb" }],
  ])("is not for %s: what remains is shown, and nothing waits", async (_name, args, variables) => {
    const { sit } = await deskWith(DIRECT_DONE);
    const seat = await sit(args, { variables });
    await seat.sees("Enregistré", "Plan : 2 étapes");
    expect(await seat.ended).toEqual({ code: 0, signal: 0 });
    expect(seat.text()).not.toMatch(/Étape 1|Qui êtes-vous/);
  });

  it("shows nothing that would act on the terminal, and copies what it shows", async () => {
    const yaml = DIRECT.replace("nom: Service intégration", String.raw`nom: "Ser\e[31mvice"`);
    const { sit } = await deskWith(DIRECT_DONE, yaml);
    const seat = await sit(["--actor", "gestionnaire", "--target", "production/raccordement/principale/lyon"]);
    await seat.sees("Étape 1 sur 1", /\d {2}Nom Prénom +Ser\\u\{1b\}\[31mvice/, "quitter");
    const [, key = ""] = /(\d) {2}Nom Prénom +Ser/.exec(seat.text()) ?? [];
    seat.types(key);
    await seat.sees("presse-papiers", "quitter");
    expect(seat.bytes()).toContain(copied(String.raw`Ser\u{1b}[31mvice`));
    expect(seat.bytes()).not.toContain("\u001B[31mvice");
    seat.types("q");
    expect(await seat.ended).toMatchObject({ code: 0 });
  });
});
