import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { ROOT } from "../cli/support.ts";
import { blocksOf, readPages, type Page as DocPage } from "../docs/pages.ts";
import { launchBrowser } from "./browser.ts";
import { openPortals, type Portals } from "./portals.ts";

// The tutorial to the letter: its commands in one shell, its clicks in a browser, in their order.

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser?.close());

const PICTURES = join(ROOT, "docs/images/portals");
const EMAIL = "camille@exemple-fournisseur.fr";
const TITLES = ["Factures", "Structures", "Transverses", "Utilisateurs"].map((name) => `AIFE - Chorus Pro - ${name}`);
const ESPACES = ["Raccordements EDI et API", "Factures émises"];
const OWN = { siret: "83639996000019", login: "gestionnaire@exemple-fournisseur.fr", password: "Exemple-2026" };

it("leads to a plan with nothing left", async () => {
  const page = await read("docs/tutorial.md");
  const shell = await openShell(await freePort());
  const typed = new Map<string, string>();
  let portals: Portals | undefined;
  for (const part of partsOf(page)) {
    if (part.kind === "click") {
      portals ??= await openPortals(browser, shell.url, takePicture);
      await clicks(portals, typed)[part.name]?.(part.of);
      expect(Object.keys(clicks(portals, typed))).toContain(part.name);
    } else if (part.isBackground) await shell.background(part.text);
    else await shell.run(filled(part.text, typed));
  }
}, 300_000);

it("is the same in French, command for command and click for click", async () => {
  const [english, french] = await Promise.all(["docs/tutorial.md", "docs/tutoriel.md"].map(async (file) => partsOf(await read(file))));
  const translated = english?.map((part) => (part.kind === "click" ? part : { ...part, text: WORDS.reduce((text, [word, mot]) => text.replaceAll(word, mot), part.text) }));
  expect(french).toEqual(translated);
});

/** What differs between the commands of the two pages. */
const WORDS = [[" --lang en", ""], ["<password>", "<mot de passe>"], ["seen in the portal", "vu dans le portail"]] as const;

const read = async (file: string): Promise<DocPage> => (await readPages()).find((one) => one.file === file) ?? expect.fail(`no ${file}`);

it("keeps no other pictures of the portals, and none that is large", async () => {
  const shown = (await readPages()).flatMap(({ text }) => [...text.matchAll(/images\/portals\/([\w-]+\.png)/g)].map(([, name = ""]) => name));
  expect((await readdir(PICTURES)).toSorted()).toEqual([...new Set(shown)].toSorted());
  for (const name of await readdir(PICTURES)) expect((await stat(join(PICTURES, name))).size).toBeLessThan(200_000);
});

type Part = { readonly kind: "click"; readonly name: string; readonly of: string | undefined } | { readonly kind: "shell"; readonly text: string; readonly isBackground: boolean };

/** What is to be done, from the top: `<!-- browser: select qualification -->` and the blocks of commands. */
function partsOf(page: DocPage): readonly Part[] {
  const blocks = blocksOf(page).filter(({ says }) => says["in"] === "the tutorial")
    .map(({ line, body, says }) => ({ line, part: { kind: "shell" as const, text: body, isBackground: says["background"] !== undefined } }));
  const comments = page.text.split("\n").flatMap((text, line) => {
    const [, name, of] = /^<!-- browser: (\w+)(?: (\w+))? -->$/.exec(text) ?? [];
    return name === undefined ? [] : [{ line, part: { kind: "click" as const, name, of } }];
  });
  return [...blocks, ...comments].toSorted((a, b) => a.line - b.line).map(({ part }) => part);
}

/** What each step of the tutorial is in a browser, and what is read there for the files that follow. */
function clicks(portals: Portals, typed: Map<string, string>): Readonly<Record<string, (of?: string) => Promise<void>>> {
  const environmentOf = (of: string | undefined) => (of === "production" ? "production" : "qualification");
  const applicationOf = (of: string | undefined) => (of === "production" ? "EXEMPLE-FOURNISSEUR-API" : `APP_SANDBOX_${EMAIL}`);
  const personOf = (of: string | undefined) => (of === "production" ? OWN : { siret: typed.get("SIRET") ?? "", login: typed.get("login") ?? "", password: typed.get("gestionnaire") ?? "" });
  const steps = {
    register: () => portals.register(EMAIL),
    consent: async () => {
      await portals.consent("qualification", TITLES);
      await portals.consent("production", TITLES);
    },
    select: (of?: string) => portals.select(applicationOf(of), TITLES),
    credentials: async (of?: string) => {
      const { id, secret } = await portals.credentials(applicationOf(of));
      typed.set("client id", id).set("client secret", secret);
    },
    matelas: async () => {
      const { siret, login, password } = await portals.matelas();
      typed.set("SIRET", siret).set("login", login).set("gestionnaire", password);
    },
    open: async (of?: string) => {
      const { siret, login, password } = personOf(of);
      await portals.signIn(environmentOf(of), login, password);
      await portals.openEspaces(siret, ESPACES);
      await portals.signOut();
      await portals.signIn(environmentOf(of), login, password);
    },
    declare: (of?: string) => portals.declare({ siret: personOf(of).siret, application: applicationOf(of), usage: "Utilisateur d'une application interne" }),
    account: async (of?: string) => {
      const { password } = await portals.createAccount(personOf(of).siret);
      typed.set("password", password);
      await portals.wait30Minutes();
    },
    create: () => portals.createApplication("EXEMPLE-FOURNISSEUR-API", { email: EMAIL, name: "Camille Durand", siret: OWN.siret }),
    produce: async () => {
      await steps.open("production");
      await steps.declare("production");
      await steps.account("production");
    },
  };
  return steps;
}

const filled = (text: string, typed: ReadonlyMap<string, string>): string => text.replaceAll(/<([a-zA-Z][a-z A-Z]*)>/g, (_, name: string) => typed.get(name) ?? expect.fail(`nothing was read for <${name}>`));

/** Fonts differ from machine to machine: pictures are kept until somebody writes them anew with UPDATE_DOCS=1. */
const takePicture = async (name: string, page: Portals["page"]): Promise<void> => {
  if (!SHOWN.has(name)) return;
  const picture = await page.screenshot({ type: "png", fullPage: false });
  expect(picture.length).toBeLessThan(200_000);
  if (process.env["UPDATE_DOCS"] !== "1") return;
  await mkdir(PICTURES, { recursive: true });
  await writeFile(join(PICTURES, `${name}.png`), picture);
  SHOWN.delete(name);
};

const SHOWN = new Set(["register", "select", "espaces", "declare"]);

interface Shell {
  readonly url: string;
  run(text: string): Promise<void>;
  background(text: string): Promise<void>;
}

/** One shell in what looks like a clone. Whatever fails in it fails the test, with all that it said. */
const openShell = async (port: number): Promise<Shell> => {
  const clone = await mkdtemp(join(tmpdir(), "chorus-tutorial-"));
  await Promise.all([symlink(join(ROOT, "dist"), join(clone, "dist")), cp(join(ROOT, "examples"), join(clone, "examples"), { recursive: true })]);
  const { PATH = "", HOME = "" } = process.env;
  const bash = spawn("bash", [], { cwd: clone, detached: true, stdio: ["pipe", "pipe", "pipe"], env: { PATH, HOME, TMPDIR: clone, TZ: "Europe/Paris", GIT_CONFIG_GLOBAL: "/dev/null" } });
  let said = "";
  for (const output of [bash.stdout, bash.stderr]) output.setEncoding("utf8").on("data", (text: string) => (said += text));
  onTestFinished(async () => {
    process.kill(-(bash.pid ?? 0));
    await rm(clone, { recursive: true, force: true });
  });
  const run = async (text: string): Promise<void> => {
    const from = said.length;
    bash.stdin.write(`trap 'echo "ended with $?: $BASH_COMMAND"' ERR\n${text.replaceAll("4180", String(port))}\necho "done: $((count += 1))"\n`);
    while (!said.slice(from).includes("done: ")) await once(bash.stdout, "data");
    expect(said.slice(from)).not.toMatch(/^ended with \d+: /m);
  };
  return {
    url: `http://127.0.0.1:${port}`,
    run,
    background: (text) => run(`${text.trim()} &\nuntil grep -q CHORUS_TRUST portals.env 2>/dev/null; do sleep 0.1; done`),
  };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};
