import { createServer } from "node:http";
import { readFile, rename, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import ICAL from "ical.js";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import parsePrometheus from "parse-prometheus-text-format";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Desired } from "../../src/model/desired.ts";
import { DIRECT, SECRETS } from "../support/direct.ts";
import { directBut, LYON, SIEGE } from "../support/direct-world.ts";
import { HOSTILE, hostileClients, OBEYED } from "../support/hostile.ts";
import { chorus, practise, ROOT, workIn, type Ran, type RunOptions } from "./support.ts";
import { CTRL_C, sitDown } from "./terminal.ts";

/** Names, words and answers that would do something: each in each form that Chorus writes. */

const clients = async (): Promise<string> => {
  const cwd = await workIn("examples/concentrateur");
  const files = hostileClients(await readFile(join(ROOT, "examples/concentrateur/chorus.config.yaml"), "utf8"));
  for (const [file, text] of Object.entries(files)) await writeFile(join(cwd, file), text);
  return cwd;
};

const ADDRESS = "production/compte-technique/T1";
const EVERYBODY = ["worklist", "--actor", "gestionnaire"] as const;

/** What a terminal would be shown. CSV and iCalendar end their lines with two characters, and CSV begins with a mark. */
const shown = ({ stdout, stderr }: Ran): string => `${stdout.replaceAll("\r\n", "\n").replace(/^\ufeff/, "")}${stderr}`;

const expectPlain = (ran: Ran, args: readonly string[]): void => {
  const text = shown(ran);
  const at = text.search(OBEYED);
  expect([args, at < 0 ? undefined : JSON.stringify(text.slice(Math.max(0, at - 40), at + 20))]).toEqual([args, undefined]);
};

const wide = { COLUMNS: "400" };

describe("nothing that a terminal would obey", () => {
  it.each([
    ["validate"],
    ["config"],
    ["plan", "--offline"],
    ...["json", "markdown", "ndjson", "gitlab"].map((format) => ["plan", "--offline", "--format", format]),
    ["plan", "--offline", "--output", "github"],
    ["plan", "--offline", "--explain-requests"],
    ["status", "--forecast"],
    ...["json", "csv", "ics", "prometheus"].map((format) => ["status", "--format", format]),
    [...EVERYBODY],
    ...["markdown", "csv"].map((format) => [...EVERYBODY, "--format", format]),
    ["worklist", "--actor", "T1", "--format", "html"],
    ...["html", "markdown", "json"].map((format) => ["report", "--format", format]),
    ["guide", ADDRESS],
    ["guide", ADDRESS, "--call"],
    ["guide", ADDRESS, "--blocked", "gp-unknown"],
    ["import", "csv", "clients.csv"],
    ["import", "csv", "clients.csv", "--format", "json"],
    ["ask", ADDRESS, "--by", HOSTILE.T1, "--note", HOSTILE.T3],
    ["doctor"],
  ])("is in what comes of a configuration: %j", async (...args) => {
    const ran = await chorus(args, { cwd: await clients(), variables: wide });
    expectPlain(ran, args);
    expect(shown(ran)).not.toBe("");
  });

  it.each([
    ["explain", "@"],
    ["@"],
    ["plan", "--@"],
    ["plan", "--offline", "--where", "name=@"],
    ["worklist", "--actor", "@"],
    ["guide", "production/@"],
    ["attest", "production/espace/T1/@", "--by", "@", "--seen", "x"],
    ["add", "client", "@", "123"],
    ["import", "csv", "@"],
    ["simulate", "@"],
  ])("is in what answers a command line: %j", async (...args) => {
    const given = args.map((arg) => arg.replace("@", `${HOSTILE.T1}${HOSTILE.T3}${HOSTILE.T4}`));
    expectPlain(await chorus(given, { cwd: await clients(), variables: wide }), args);
  });

  it("is in what comes of designations, services and what else the platforms say", { timeout: 120_000 }, async () => {
    const cwd = await workIn("examples/direct");
    await writeFile(join(cwd, "chorus.config.yaml"), DIRECT.replace("siege: 73282932000074", `siege: { identifiant: 73282932000074, nom: ${JSON.stringify(HOSTILE.T2)} }`));
    const { variables } = await practise(
      directBut(({ structures }) => {
        for (const siret of [SIEGE, LYON]) Object.assign(structures[siret] ?? {}, { designation: Object.values(HOSTILE).join(" "), services: { [`S${HOSTILE.T1}`]: { nom: HOSTILE.T3 } } });
      }),
    );
    const run = (...args: readonly string[]): Promise<Ran> => chorus(args, { cwd, variables: { ...variables, ...SECRETS, ...wide } });
    for (const args of [["apply", "--output", "github", "--output", "ndjson"], ["doctor"], ["state", "show", "production/structure/siege"], ["state", "show", "production/structure/siege", "--format", "json"], ["report", "--format", "html"]]) {
      expectPlain(await run(...args), args);
    }
    const anew = await workIn("examples/direct");
    const config = join(anew, "chorus.config.yaml");
    await writeFile(config, DIRECT.replace(/ {2}(lyon|nantes): .*\n/g, ""));
    for (const args of [["import", "live", "--write"], ["config"]]) {
      const ran = await chorus(args, { cwd: anew, variables: { ...variables, ...SECRETS, ...wide } });
      expectPlain(ran, args);
      expect([args, ran.code, ran.stderr]).toEqual([args, 0, ran.stderr]);
    }
    expect(await readFile(config, "utf8")).toContain("=HYPERLINK");
    expect(await readFile(config, "utf8")).not.toMatch(OBEYED);
  });

  it("is in what comes of errors and headings of anybody who answers", { timeout: 120_000 }, async () => {
    const said = Object.values(HOSTILE).join(" ");
    const header = said.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, "");
    const server = createServer((request, response) => {
      const isToken = request.url?.includes("token") === true;
      response.writeHead(isToken ? 200 : 400, { "content-type": "application/json", "X-Correlation-Id": header, "WWW-Authenticate": `Bearer error="${header.replaceAll('"', "")}"`, "Retry-After": "0" });
      response.end(JSON.stringify(isToken ? { access_token: "un-jeton-de-passage", token_type: "Bearer", expires_in: 3600 } : { codeRetour: 20_000, libelle: said, error: said, error_description: said, message: said }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const cwd = await workIn("examples/direct");
    await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
    const options: RunOptions = { cwd, variables: { ...SECRETS, ...wide, CHORUS_PRODUCTION_OAUTH_URL: `${url}/token`, CHORUS_PRODUCTION_API_URL: url, CHORUS_TRUST: "loopback" } };
    for (const args of [["plan", "--trace", "trace.har"], ["doctor"], ["apply", "--output", "github"], ["drift"], ["import", "live"]]) {
      expectPlain(await chorus(args, options), args);
    }
    expect(await readFile(join(cwd, "trace.har"), "utf8")).not.toMatch(OBEYED);
  });

  it("is on the screens of a guided apply, but what draws them", async () => {
    const cwd = await workIn("examples/direct");
    const contact = JSON.stringify(`${HOSTILE.T1}${HOSTILE.T2}${HOSTILE.T3}${HOSTILE.T4}`);
    await writeFile(join(cwd, "chorus.config.yaml"), DIRECT.replace("nom: Service intégration", `nom: ${contact}`).replace("nom: Direction financière", `nom: ${contact}`));
    const { variables } = await practise(directBut(({ application }) => (application.apis = application.apis.filter((api) => api !== "transverses"))));
    const seat = await sitDown(["apply"], { cwd, variables: { ...variables, ...SECRETS, CHORUS_BY: "Camille" } });
    await seat.sees("Qui êtes-vous ?", String.raw`\u{1b}]0;titre\u{7}`);
    seat.types(CTRL_C);
    await seat.ended.catch(() => undefined);
    for (const obeyed of ["\u001b]0;titre", "\u001b]52;c;cHdu", "\u001b]8;;http", "\u009b", "\u009d", "\u202e", "\u2066"]) expect([JSON.stringify(obeyed), seat.bytes().includes(obeyed)]).toEqual([JSON.stringify(obeyed), false]);
  });
});

describe("no cell that a spreadsheet would calculate", () => {
  it.each([
    [...EVERYBODY, "--format", "csv"],
    ["status", "--format", "csv"],
    ["status", "--format", "csv", "--forecast"],
  ])("%j", async (...args) => {
    const cwd = await clients();
    await chorus(["ask", ADDRESS, "--by", HOSTILE.F1, "--note", HOSTILE.F4], { cwd });
    const { stdout } = await chorus(args, { cwd });
    const cells = (parseCsv(stdout, { delimiter: ";", bom: true }) as readonly (readonly string[])[]).flat();
    expect(cells.length).toBeGreaterThan(10);
    expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
  });

  it("is in a list of clients that an import or an addition writes, which is read as it was", async () => {
    const cwd = await clients();
    const names = async (): Promise<readonly string[]> =>
      Object.values((JSON.parse((await chorus(["config", "--format", "json"], { cwd })).stdout) as Desired).environments.production?.structures ?? {}).map(({ nom = "" }) => nom);
    const before = await names();
    const ran = await chorus(["import", "csv", "clients.csv", "--out", "taken.csv"], { cwd });
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    const rows = parseCsv(await readFile(join(cwd, "taken.csv"), "utf8"), { delimiter: ";", bom: true }) as readonly (readonly string[])[];
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    await rename(join(cwd, "taken.csv"), join(cwd, "clients.csv"));
    expect(await names()).toEqual(before);
    expect(await chorus(["add", "client", "Z9", "12345678200010", "--nom", HOSTILE.F1], { cwd })).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, "clients.csv"), "utf8")).toContain("'=HYPERLINK");
    expect((await names()).filter((name) => name === HOSTILE.F1)).toHaveLength(2);
  });
});

describe("no markup", () => {
  const TAGS = /<\/?(?!a|address|article|b|body|br|caption|dd|details|dl|dt|div|footer|h[1-6]|head|header|html|li|main|meta|nav|noscript|ol|p|rect|script|section|span|strong|style|sub|summary|svg|table|tbody|td|tfoot|th|thead|time|title|tr|ul|!doctype)[a-z!][^>]*>/gi;

  it("of HTML in a report or a worklist, in its texts, attributes or data", async () => {
    const cwd = await clients();
    const report = (await chorus(["report", "--format", "html"], { cwd })).stdout;
    expect(report.match(/<script\b/g)).toHaveLength(3);
    expect(report.match(/<\/script/g)).toHaveLength(3);
    expect(report.replaceAll(/<script\b[^]*?<\/script>|<style\b[^]*?<\/style>/g, "").match(TAGS)).toBeNull();
    expect(report).not.toContain("<!--");
    for (const code of ["H1", "H2", "H3", "M2"]) {
      const worklist = (await chorus(["worklist", "--actor", code, "--format", "html"], { cwd })).stdout;
      expect([code, worklist.match(/<script|<img|<!--| onerror=[^;&]*>/g)]).toEqual([code, null]);
      expect(worklist.match(/<a href="[^"]*"/g)?.every((link) => link.startsWith('<a href="https://portail.chorus-pro.gouv.fr')) ?? false).toBe(true);
    }
  });

  it.each([["plan", "--offline", "--format", "markdown"], ["report", "--format", "markdown"], [...EVERYBODY, "--format", "markdown"]])("of Markdown: %j", async (...args) => {
    const { stdout } = await chorus(args, { cwd: await clients() });
    const page = micromark(stdout, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
    const links = [...page.matchAll(/<a href="([^"]*)"/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !/^https:\/\/(portail\.chorus-pro\.gouv\.fr|piste\.gouv\.fr|(qualif\.)?chorus-pro\.gouv\.fr|depot\.exemple-gestion\.fr\/)/.test(link))).toEqual([]);
    expect(page.match(/<(img|script|b|code|pre|h1 id)\b[^>]*>/g)).toBeNull();
    // Where mentions and references are looked for: GitHub's and GitLab's filters go through the texts of a page.
    for (const node of page.split(/<[^>]*>/)) expect(node).not.toMatch(/@\w|[#!]\d|\bGH-\d/);
    // A row has as many cells as its table has columns.
    for (const table of page.matchAll(/<table>([^]*?)<\/table>/g)) {
      const rows = (table[1] ?? "").split("</tr>").slice(0, -1).map((row) => row.match(/<t[hd][ >]/g)?.length);
      expect(new Set(rows).size).toBe(1);
    }
  });
});

describe("no line of its own", () => {
  it("in a calendar, which has an event a deadline and no line that is too long", async () => {
    const cwd = await clients();
    await chorus(["ask", "production/compte-technique/I1", "--by", HOSTILE.I1, "--note", HOSTILE.I1], { cwd });
    const { stdout } = await chorus(["status", "--format", "ics"], { cwd });
    const { deadlines } = JSON.parse((await chorus(["status", "--format", "json"], { cwd })).stdout) as { readonly deadlines: readonly unknown[] };
    const events = new ICAL.Component(ICAL.parse(stdout) as unknown[]).getAllSubcomponents("vevent");
    expect(events).toHaveLength(deadlines.length);
    expect(stdout.split("\r\n").filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(stdout.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("in what Prometheus reads", async () => {
    const cwd = await clients();
    const { stdout } = await chorus(["status", "--format", "prometheus"], { cwd });
    for (const line of stdout.trimEnd().split("\n")) expect(line).toMatch(/^(# (HELP|TYPE) chorus_|chorus_[a-z_]+(\{([a-z_]+="([^"\\]|\\["\\n])*",?)*\})? -?[\d.e+]+$)/);
    expect(parsePrometheus(stdout).length).toBeGreaterThan(3);
  });

  it("in GitHub's annotations and what GitLab reads", async () => {
    const cwd = await clients();
    const { stderr } = await chorus(["plan", "--offline", "--output", "github"], { cwd });
    const commands = stderr.split("\n").filter((line) => line.includes("::"));
    expect(commands.length).toBeGreaterThan(0);
    for (const line of commands) expect(line).toMatch(/^::(error|warning|notice) [^:]*::/);
    expect(stderr).not.toMatch(/^\s*##\[/m);
    const broken = join(cwd, "chorus.config.yaml");
    await writeFile(broken, (await readFile(broken, "utf8")).replace("topology: concentrateur", `topology: ${JSON.stringify(`x\n::error::y%0A${HOSTILE.G1}`)}`));
    const failed = await chorus(["plan", "--offline", "--output", "github"], { cwd });
    expect(failed.code).toBe(1);
    expect(failed.stderr).not.toMatch(/^::error::y/m);
    expect(failed.stderr.split("\n").filter((line) => line.startsWith("::")).every((line) => !/%0D?A?::error/.test(line) || line.includes("%250A"))).toBe(true);
    const { stdout } = await chorus(["plan", "--offline", "--format", "gitlab"], { cwd: await clients() });
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(["create", "update", "delete"]);
  });
});
