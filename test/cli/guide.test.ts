import { describe, expect, it } from "vitest";
import type { GuideDocument } from "../../src/views/guide/guide-document.ts";
import { chorus, workIn } from "./support.ts";

const RACCORDEMENT = "production/raccordement/principale/fournisseur";
const ESPACE = "production/espace/fournisseur/raccordements";
const ACCOUNT = "production/compte-technique/principal";

/** Nothing is running that could be asked, and no secret is given. */
const guide = async (...args: readonly string[]) => chorus(["guide", ...args], { cwd: await workIn("chorus.config.yaml") });

const documentOf = (stdout: string) => JSON.parse(stdout) as GuideDocument;

describe("chorus guide", () => {
  it("tells a step whole, with the configuration's values, from what is recorded alone", async () => {
    const { code, stdout, stderr } = await guide(RACCORDEMENT);
    expect([code, stderr]).toEqual([0, ""]);
    for (const part of [
      "https://portail.chorus-pro.gouv.fr",
      "1. Raccordements EDI et API",
      "83639996000019",
      "EXEMPLE-FOURNISSEUR-API",
      "Utilisateur d'une application interne",
      "api-choruspro.aife@finances.gouv.fr",
      `chorus attest ${RACCORDEMENT}`,
      `chorus guide ${ESPACE}`,
      `chorus guide ${RACCORDEMENT} --blocked …`,
      "gp-left",
      "Guide AIFE 2020, 2B et 3B",
    ]) {
      expect(stdout).toContain(part);
    }
  });

  it("puts addresses in braces together, and steps of one person in one session", async () => {
    const { code, stdout } = await guide("qualification/{cgu/principal,subscription/principale}/{factures,structures}", ESPACE, "--format", "json");
    expect(code).toBe(0);
    const { format, sessions } = documentOf(stdout);
    expect(format).toBe("chorus-guide");
    expect(sessions.map(({ guides = [] }) => guides.map(({ action, items }) => `${action} ${items.length}`))).toEqual([
      ["consent-cgu 2", "select-apis 2"],
      ["open-espace 1"],
    ]);
  });

  it("tells another step of the same thing, and says which there are", async () => {
    const { stdout } = await guide(ACCOUNT, "--action", "reset-password");
    expect(stdout).toContain("mot de passe à réinitialiser");
    const wrong = await guide(ACCOUNT, "--action", "open-espace");
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain("create-compte-technique, reset-password, retire-compte-technique");
  });

  it("tells the way around what blocks it, and refuses one that leads nowhere from here", async () => {
    const { code, stdout } = await guide(ESPACE, "--blocked", "gp-left", "--lang", "en");
    expect(code).toBe(0);
    expect(stdout).toContain("blocked: the gestionnaire principal left without handing over");
    expect(stdout).toContain("the structure: fournisseur, 83639996000019");
    expect((await guide("production/cgu/principal/factures", "--blocked", "gp-left")).code).toBe(1);
    const unknown = await guide(ESPACE, "--blocked", "gp-gone");
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining("gp-unknown")]);
  });

  it("reads the way around out, click by click", async () => {
    const { code, stdout } = await guide(ESPACE, "--blocked", "gp-left", "--call", "--lang", "en");
    expect(code).toBe(0);
    expect(stdout).toContain("Click on “Nous contacter” (contact us).");
    expect(stdout).toContain("8 3 6, 3 9 9, 9 6 0, 0 0 0 1 9 (14 digits)");
    expect(stdout).toContain("“Click on nothing.");
  });

  it("prints what to read out, in both languages", async () => {
    const { stdout: fr } = await guide(RACCORDEMENT, "--call");
    expect(fr).toContain("8 3 6, 3 9 9, 9 6 0, 0 0 0 1 9 (14 chiffres)");
    expect(fr).toContain("arobase");
    const { stdout: en } = await guide(RACCORDEMENT, "--call", "--lang", "en");
    expect(en).toContain("8 3 6, 3 9 9, 9 6 0, 0 0 0 1 9 (14 digits)");
    expect(en).toContain("Click on “Gérer raccordement API” (manage API connections).");
  });

  it("names the address that was probably meant", async () => {
    const { code, stdout, stderr } = await guide("production/espace/fournisseur/racordements");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("CHR-ADDRESS-UNKNOWN");
    expect(stderr).toContain(ESPACE);
  });

  it("opens nothing where nobody sits before it: the address is printed", async () => {
    const { code, stdout, stderr } = await guide(RACCORDEMENT, "--open", "--format", "json");
    expect(code).toBe(0);
    expect(documentOf(stdout).sessions.length).toBe(1);
    expect(stderr).toBe("À ouvrir : https://portail.chorus-pro.gouv.fr\n");
  });
});
