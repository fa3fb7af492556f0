import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLOCKED_WAYS } from "../../../src/catalogue/guides/blocked.ts";
import { GUIDES } from "../../../src/catalogue/guides/guides.ts";
import { causes as CAUSES_TOLD } from "../../../src/messages/fr/causes.ts";
import { ChorusError } from "../../../src/diagnostics/chorus-error.ts";
import type { Desired } from "../../../src/model/desired.ts";
import { checkEvidence, type GivenEvidence } from "../../../src/operations/evidence/check-evidence.ts";
import { tellsPassword } from "../../../src/operations/evidence/tells-password.ts";
import { textOf } from "../../../src/operations/evidence/text-of.ts";
import { nodeFiles } from "../../../src/ports/node-files.ts";
import { nodeProcesses } from "../../../src/ports/node-processes.ts";
import { evidenceWarnings } from "../../../src/state/evidence-file.ts";
import { readAttestations } from "../../../src/state/attestations-file.ts";
import { temporaryFolder } from "../../support/files.ts";
import { desiredOf } from "../views/fixtures/half-way.ts";

const SECRET = "canari-Xy~42(z)";
const variables = { CHORUS_PRODUCTION_PASSWORD: SECRET };

const withPassword = (): Desired => {
  const desired = desiredOf();
  const { production } = desired.environments;
  if (production === undefined) throw new Error("no production");
  const comptesTechniques = Object.fromEntries(
    Object.entries(production.comptesTechniques).map(([name, one]) => [name, { ...one, secrets: { password: { env: "CHORUS_PRODUCTION_PASSWORD" } } }]),
  );
  return { ...desired, environments: { production: { ...production, comptesTechniques } } };
};

const check = (folder: string, given: Partial<GivenEvidence>) =>
  checkEvidence({ desired: withPassword(), folder }, { variables, files: nodeFiles, processes: nodeProcesses }, { texts: {}, evidence: undefined, cwd: folder, ...given });

const problemOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof ChorusError)) return undefined;
  const [first] = error.diagnostics;
  return first?.arguments && "problem" in first.arguments ? `${first.code} ${first.arguments.problem}` : first?.code;
};

const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
};

describe("what is taken as evidence", () => {
  it.each(["TICKET-128", "https://tickets.exemple.fr/128", "PROJET/128"])("%s as it is", async (evidence) => {
    expect(await check(temporaryFolder(), { evidence })).toEqual({ reference: evidence });
  });

  it("a file of the configuration's folder, by its digest, wherever one stands", async () => {
    const folder = folderWith({ "ecran.png": "image" });
    mkdirSync(join(folder, "preuves"));
    writeFileSync(join(folder, "preuves/ecran.txt"), "Activités du gestionnaire : espace ouvert");
    const sha256 = createHash("sha256").update("image").digest("hex");
    expect(await check(folder, { evidence: "ecran.png" })).toEqual({ reference: { file: "ecran.png", sha256 } });
    expect(await check(folder, { evidence: "ecran.txt", cwd: join(folder, "preuves") })).toMatchObject({ reference: { file: "preuves/ecran.txt" } });
  });

  it("no file that is missing or elsewhere, also behind a link", async () => {
    const elsewhere = folderWith({ "autre.png": "x" });
    const folder = folderWith({});
    symlinkSync(join(elsewhere, "autre.png"), join(folder, "lien.png"));
    expect(await problemOf(check(folder, { evidence: "absent.png" }))).toBe("CHR-EVIDENCE-FILE missing");
    expect(await problemOf(check(folder, { evidence: join(elsewhere, "autre.png") }))).toBe("CHR-EVIDENCE-FILE outside");
    expect(await problemOf(check(folder, { evidence: "lien.png" }))).toBe("CHR-EVIDENCE-FILE outside");
  });
});

const SHEET = "Login : TECH_1_73282932000074@cpro.fr\nMot de passe : aB3(x~K9$mZ2q";
const pdf = (content: string, deflated = false): Uint8Array => {
  const stream = Buffer.from(content, "latin1");
  return Buffer.concat([Buffer.from("%PDF-1.4\n1 0 obj <</Length 1>>\nstream\n"), deflated ? deflateSync(stream) : stream, Buffer.from("\nendstream\nendobj\n%%EOF")]);
};
const SHOWN = String.raw`BT /F1 12 Tf (Identifiant : TECH_1_73282932000074@cpro.fr) Tj [(Mot) -250 (de) -250 (passe :)] TJ (aB3\(x~K9$mZ2q) Tj ET`;

describe("what is refused", () => {
  it.each([
    ["a name", "Informations de connexion.pdf", "rien"],
    ["another", "informations_connexion-TECH.txt", "rien"],
    ["capitals for spaces", "InformationsDeConnexion.pdf", "%PDF-1.4"],
    ["no spaces", "infosconnexion.pdf", "%PDF-1.4"],
    ["accents", "Données de connexion.docx", "PK\u0003\u0004"],
    ["a login", "TECH_1_73282932000074@cpro.fr.pdf", "%PDF-1.4"],
    ["a compte technique's PDF", "Compte technique siege.pdf", "%PDF-1.4"],
  ])("%s that says connection details", async (_, name, content) => {
    expect(await problemOf(check(folderWith({ [name]: content }), { evidence: name }))).toBe("CHR-EVIDENCE-SECRET connection-details");
  });

  it.each([
    ["a text", SHEET],
    ["a text in UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(SHEET, "utf16le")])],
    ["a PDF", pdf(SHOWN)],
    ["a PDF whose streams are deflated", pdf(SHOWN, true)],
    ["a PDF in hexadecimal", pdf(`<${Buffer.from("Mot de passe : aB3(x~K9$mZ2q", "latin1").toString("hex")}> Tj`)],
    ["a login with a password beside it", "TECH_1_73282932000074@cpro.fr aB3(x~K9$mZ2q"],
  ])("%s that tells a password", async (_, content) => {
    expect(await problemOf(check(folderWith({ "note.dat": content }), { evidence: "note.dat" }))).toBe("CHR-EVIDENCE-SECRET password");
  });

  it("a known secret in a file or in the person's words, as it is or encoded", async () => {
    const encoded = Buffer.from(`TECH:${SECRET}`).toString("base64");
    const folder = folderWith({ "note.txt": `vu : ${SECRET}`, "log.txt": `cpro ${encoded}` });
    for (const given of [{ evidence: "note.txt" }, { evidence: "log.txt" }, { texts: { "--seen": `c'est ${SECRET}` } }, { evidence: `https://x.fr/?p=${encodeURIComponent(SECRET)}` }]) {
      expect(await problemOf(check(folder, given))).toBe("CHR-EVIDENCE-SECRET known-secret");
    }
  });

  it("says nothing of the password", async () => {
    const error = await check(folderWith({ "note.txt": SHEET }), { evidence: "note.txt" }).catch((thrown: unknown) => thrown);
    expect(JSON.stringify((error as ChorusError).diagnostics)).not.toContain("aB3");
  });

  it.each([
    "mot de passe: Kq7x9M2abcd4)",
    "mot de passe: Kq7x9M2@abcd4",
    "(mot de passe : Kq7x9M2abcd4)",
    "Le mot de passe est « Kq7x9M2abcd4 ».",
    "mdp=Kq7x9M2abcd4%",
    `TECH_1_73282932000074@cpro.fr${" et encore un peu de texte".repeat(20)} Kq7x9M2@abcd4`,
    `Identifiant | Mot de passe |\n${"structure du siège ".repeat(30)}\naB3(x~K9$mZ2q`,
    "<tr><td>Mot de passe</td><td>aB3(x~K9$mZ2q</td></tr>",
  ])("and also: %s", (text) => {
    expect(tellsPassword(text)).toBe(true);
  });

  it("whatever a generator makes, after the words or far from the login", () => {
    const sign = fc.constantFrom(..."([)@~$%".split(""));
    const letter = fc.constantFrom(..."abcdefghjkmnpqrstuvwxyz".split(""));
    const capital = letter.map((one) => one.toUpperCase());
    const digit = fc.constantFrom(..."23456789".split(""));
    const password = fc
      .tuple(sign, letter, capital, digit, fc.array(fc.oneof(letter, capital, digit, sign), { minLength: 9, maxLength: 9 }))
      .chain(([a, b, c, d, rest]) => fc.shuffledSubarray([a, b, c, d, ...rest], { minLength: 13, maxLength: 13 }))
      .map((characters) => characters.join(""))
      .filter((one) => (one.replaceAll(/[a-z]+/g, "a").replaceAll(/[A-Z]+/g, "A").replaceAll(/\d+/g, "1").replaceAll(/[^a-zA-Z\d]+/g, "_").length) >= 8);
    fc.assert(fc.property(password, (one) => {
      for (const text of [`mot de passe: ${one}`, `Mot de passe :\n${one}\n`, `mdp=${one}`]) expect([text, tellsPassword(text)]).toEqual([text, true]);
      const far = `TECH_1_73282932000074@cpro.fr ${"avec du texte ".repeat(30)}\n${one}\n`;
      if (!/^[([]|[)\]]$/.test(one)) expect([far, tellsPassword(far)]).toEqual([far, true]);
    }), { numRuns: 400 });
  });

  it("and no prose: not one of the guides' texts, beside the words and a login", () => {
    const texts = (of: unknown): readonly string[] =>
      typeof of === "string" ? [of] : typeof of === "object" && of !== null ? Object.values(of).flatMap(texts) : [];
    const corpus = [...texts(GUIDES), ...texts(BLOCKED_WAYS), ...texts(CAUSES_TOLD)];
    expect(corpus.length).toBeGreaterThan(500);
    for (const text of corpus) {
      const told = `Mot de passe : ${text}\nTECH_1_73282932000074@cpro.fr (${text})`;
      expect([told, tellsPassword(told)]).toEqual([told, false]);
    }
  });

  it.each([
    "Mot de passe déposé par Camille <Camille.Durand@exemple.fr>, copie à @CamilleDurand",
    "Le mot de passe des Structure(s) et de l'Utilisateur(trice) : voir Menu>Comptes",
    "**Mot de passe** : **Déposé** dans ${CHORUS_PRODUCTION_PASSWORD_C00417} (ou %CHORUS_PASSWORD_1%)",
    "Mot de passe : Coffre-2026-A1, ticket INC-2026-0042 (fait le 24/11/2026)",
    "mdp : rangé (Vault, prod/chorus/C00417) !",
    "<p>Mot de passe</p><p>Bonjour <b>Camille</b></p>",
    "password reset OK; Login=TECH_1_73282932000074@cpro.fr, Statut=Actif",
    "Mot de passe déposé le 24/11/2026, ticket 128",
    "TECH_1_73282932000074@cpro.fr : connexion acceptée (Id-7f3a91c2 0)",
    "mot de passe dans $CHORUS_PRODUCTION_PASSWORD_C00417, voir https://depot.exemple.fr/?code=C00417",
  ])("and not: %s", (text) => {
    expect(tellsPassword(text)).toBe(false);
  });

  it("reads a PDF that is cut short or empty", () => {
    expect(textOf(pdf(SHOWN, true).subarray(0, 90)).text).toEqual(expect.any(String));
    expect(textOf(new Uint8Array())).toEqual({ text: "", read: "whole" });
  });
});

const DOCX = Buffer.from("PK\u0003\u0004\u0014\u0000\u0006\u0000\b\u0000\u0000\u0000!\u0000word/document.xml\u0000\u0001", "latin1");
const CODED = pdf("BT /F1 12 Tf <00240026002800300032> Tj ET", true);

describe("what cannot be read", () => {
  it.each([
    ["a picture", "ecran.png", Buffer.from("\u0089PNG\r\n\u001a\n\u0000\u0000", "latin1"), "connexion acceptée"],
    ["a document of Word", "ecran.docx", DOCX, "espace ouvert"],
    ["a PDF whose fonts have codes of their own", "ecran.pdf", CODED, "espace ouvert"],
  ])("%s is said to be unread", async (_, name, content, seen) => {
    expect(await check(folderWith({ [name]: content }), { evidence: name, texts: { "--seen": seen } })).toMatchObject({ isUnread: true });
  });

  it.each([
    ["by its name", "connexion.docx", DOCX, "espace ouvert"],
    ["by the person's words", "ecran.docx", DOCX, "le mot de passe est arrivé"],
    ["by a login", "ecran.pdf", CODED, "vu pour TECH_1_73282932000074@cpro.fr"],
  ])("is refused where it is near a connection: %s", async (_, name, content, seen) => {
    expect(await problemOf(check(folderWith({ [name]: content }), { evidence: name, texts: { "--seen": seen } }))).toBe("CHR-EVIDENCE-SECRET unread");
  });

  it("and a text or a PDF that is read is not", async () => {
    const shown = pdf("BT (Espace ouvert pour la structure) Tj ET", true);
    expect(await check(folderWith({ "a.pdf": shown }), { evidence: "a.pdf" })).not.toHaveProperty("isUnread");
    expect(await check(folderWith({ "a.txt": "espace ouvert, écran é" }), { evidence: "a.txt" })).not.toHaveProperty("isUnread");
  });
});

it("says later that a file is gone, changed or elsewhere, with its place", async () => {
  const folder = folderWith({ "a.png": "image", "b.png": "autre" });
  const sha256 = createHash("sha256").update("image").digest("hex");
  const entry = (name: string, file: string) =>
    `- address: production/raccordement/principale/${name}\n  by: M\n  at: 2026-11-24\n  seen: vu\n  until: 2027-11-24\n  covers: "0"\n  evidence:\n    file: ${file}\n    sha256: ${sha256}\n`;
  writeFileSync(join(folder, "chorus.attestations.yaml"), ["a", "b", "c", "../d"].map((file, index) => entry(`s${index}`, `${file}.png`)).join(""));
  const read = await readAttestations(folder, nodeFiles);
  const warnings = await evidenceWarnings(folder, read, nodeFiles);
  expect(warnings.map(({ severity, arguments: given, where }) => [severity, (given as { problem: string }).problem, where?.line])).toEqual([
    ["warning", "changed", 17],
    ["warning", "missing", 26],
    ["warning", "outside", 35],
  ]);
  unlinkSync(join(folder, "a.png"));
  expect(await evidenceWarnings(folder, read, nodeFiles)).toHaveLength(4);
});
