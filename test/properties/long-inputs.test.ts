import { expect, it } from "vitest";
import { readPublicKeys } from "../../src/operations/proof/signature.ts";
import { tellsPassword } from "../../src/operations/evidence/tells-password.ts";
import { parseWwwAuthenticate } from "../../src/piste/www-authenticate.ts";
import { wrap } from "../../src/views/text/wrap.ts";
import { memoryMachine } from "./memory-machine.ts";
import { expectAnswered } from "./real-files.ts";

// Expressions that are held to what others wrote: one whose time grows by a power of its input, or doubles with each
// character, would take hours over these, so the time that a test has at all is bound enough. What grows by the square
// is not seen at this length.

const LONG = 6_000;
const rows = (...pieces: readonly string[]): readonly (readonly [piece: string, text: string])[] => pieces.map((piece) => [piece, piece.repeat(Math.ceil(LONG / piece.length))] as const);

const CONFIGURATION = "version: 1\ntopology: direct\npiste: a@b.fr\napplication: A\napis: [factures]\ncontact: { nom: S, email: a@b.fr, telephone: \"+33 4 72 00 00 01\" }\n";

it.each([["-A"], ["-00"], ["_a0"], ["/Ab12"]])("a word of %j near a label is judged, however often it is repeated", (piece) => {
  expect(typeof tellsPassword(`mdp ${piece.repeat(30).slice(0, 60)}a1~`)).toBe("boolean");
});

it.each(rows("!", "*", ")", "TECH_1", "1", "mdp ", "'", "[(", "<a ", "A.b@"))("a text of %j is looked through", (_, text) => {
  expect(typeof tellsPassword(`x ${text}\u0000`)).toBe("boolean");
  expect(typeof tellsPassword(`TECH_1${text}\u0000`)).toBe("boolean");
});

it.each(rows("a", "passworda", "pwd", "tmdpt", "-", "mdp ", "'", "a:", "{", "é"))("a key, a value and a line of %j are answered", async (_, text) => {
  const quoted = JSON.stringify(text);
  for (const more of [`? ${quoted}\n: x\n`, `nom: ${quoted}\n`, `password: ${quoted}\n`, `structures: { siege: ${text}`, `secret: {${text}\nx y`, `${text}:${"\t".repeat(5000)}:\n  : :\n`, `qualification: { ${quoted}: 1 }\n`]) {
    expectAnswered(await memoryMachine({ "chorus.config.yaml": CONFIGURATION + more }).run("validate"), more.slice(0, 30));
  }
});

it.each(rows("\n", "\r\n", ";", '"', " ;"))("a list of clients of %j is answered, also where a row is added", async (_, text) => {
  const yaml = `${CONFIGURATION.replace("direct", "concentrateur")}structures: { siege: 73282932000074 }\nclients: { from: clients.csv }\n`;
  const machine = memoryMachine({ "chorus.config.yaml": yaml, "clients.csv": `code;siret;nom\nC1;12345678200010;x${text}\nC2;55208123100011;y` });
  expectAnswered(await machine.run("validate"));
  expectAnswered(await machine.run("add", "client", "C3", "38012962200011"));
});

it.each(rows("A", "A ", "a=", 'a="', ", ", "\\"))("a header of %j is read", (_, text) => {
  expect(Array.isArray(parseWwwAuthenticate(text))).toBe(true);
});

it.each(rows("“", "«", "« ", " ", "a-"))("a text of %j is wrapped", (_, text) => {
  expect(wrap(text, 80).length).toBeGreaterThan(0);
});

it("a file of keys that only begin is none", async () => {
  const read = async (): Promise<Uint8Array> => Buffer.from("-----BEGIN PUBLIC KEY-----U".repeat(LONG / 20));
  await expect(readPublicKeys("keys.pem", { read })).rejects.toThrow("CHR-PROOF-KEY-FILE");
});
