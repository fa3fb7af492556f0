import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkScenario } from "../../src/simulator/check-scenario.ts";
import { configurationOf } from "../../src/simulator/generate/configuration-of.ts";
import { DISTRIBUTION } from "../../src/simulator/generate/distribution.ts";
import { GENERATED_AT_MS } from "../../src/simulator/generate/draft.ts";
import { generateWorld } from "../../src/simulator/generate/generate-world.ts";
import { falseSiretOf, hasKey, laPosteSiret, siretOf } from "../../src/simulator/generate/siret.ts";
import { parseIso } from "../../src/simulator/iso-time.ts";
import { identifierFault } from "../../src/model/identifier.ts";
import { loadConfiguration } from "../../src/config/load.ts";
import { memoryFiles } from "../unit/config/memory-files.ts";

/** As the product judges it: the two share no code. */
const isSiret = (siret: string): boolean => identifierFault("SIRET", siret) === undefined;

const TOPOLOGIES = ["direct", "editeur", "concentrateur"] as const;
const options = fc.record({ seed: fc.integer(), structures: fc.integer({ min: 1, max: 130 }), topology: fc.constantFrom(...TOPOLOGIES) });

describe("a generated world", () => {
  test("is the same for the same seed, and another for another", () => {
    fc.assert(fc.property(options, (given) => {
      expect(JSON.stringify(generateWorld(given))).toBe(JSON.stringify(generateWorld({ ...given })));
      expect(JSON.stringify(generateWorld({ ...given, seed: given.seed + 1 }))).not.toBe(JSON.stringify(generateWorld(given)));
    }), { numRuns: 40 });
  });

  test("holds, with SIRETs of the right kind for each environment", () => {
    fc.assert(fc.property(options, (given) => {
      const world = generateWorld(given);
      expect(checkScenario(world)).toEqual([]);
      const { qualification, production } = world.environments;
      const real = Object.keys(production?.structures ?? {});
      const fictitious = Object.keys(qualification?.structures ?? {});
      expect(real.filter((siret) => !isSiret(siret))).toEqual([]);
      expect(fictitious.filter((siret) => isSiret(siret))).toEqual([]);
    }), { numRuns: 60 });
  });

  test("begins with the smaller one of the same seed", () => {
    const [small, large] = [200, 400].map((structures) => generateWorld({ seed: 4, structures, topology: "concentrateur" }).environments.production?.structures ?? {});
    expect(Object.entries(large ?? {})).toEqual(expect.arrayContaining(Object.entries(small ?? {})));
  });

  test.each(TOPOLOGIES)("of 10,000 structures (%s) is made in well under a second", (topology) => {
    // Processor time: another process on the machine must not fail this.
    const from = process.cpuUsage();
    const { production } = generateWorld({ seed: 9, structures: 10_000, topology }).environments;
    expect(process.cpuUsage(from).user / 1_000).toBeLessThan(2_000);
    expect(Object.keys(production?.structures ?? {}).length).toBeGreaterThan(9_600);
  });
});

describe("what is otherwise than wanted", () => {
  const world = generateWorld({ seed: 11, structures: 10_000, topology: "editeur" });
  const { structures = {}, comptesTechniques = {}, applications = {}, raccordements = {} } = world.environments.production ?? {};
  const share = (things: readonly unknown[], of: number): number => things.length / of;
  const close = (seen: number, wanted: number): void => expect(Math.abs(seen - wanted)).toBeLessThan(0.01);
  const all = Object.values(structures);
  const accounts = Object.entries(comptesTechniques);
  const daysOld = (text: string): number => (GENERATED_AT_MS - (parseIso(text) ?? 0)) / 86_400_000;

  test("comes in the documented shares: structures", () => {
    close(1 - share(all, 10_000), DISTRIBUTION.structureAbsent);
    close(share(all.filter(({ statut }) => statut === "INACTIVE"), all.length), DISTRIBUTION.structureInactive);
    close(share(all.filter(({ nature }) => nature === "PUBLIQUE"), all.length), DISTRIBUTION.public);
    close(share(all.filter(({ espaces = [] }) => !espaces.includes("factures-emises")), all.length), DISTRIBUTION.espaceClosed);
    close(share(all.filter(({ services }) => services !== undefined), all.length), DISTRIBUTION.withServices);
    const laPoste = Object.keys(structures).filter((siret) => siret.startsWith("356000000"));
    close(share(laPoste, all.length), DISTRIBUTION.laPoste);
    expect(laPoste.length).toBeGreaterThan(50);
  });

  test("comes in the documented shares: accounts", () => {
    close(1 - share(accounts, all.length), DISTRIBUTION.accountAbsent);
    close(share(accounts.filter(([login]) => login.startsWith("TECH_2_")), accounts.length), DISTRIBUTION.secondIndex);
    close(share(accounts.filter(([, one]) => daysOld(one.motDePasseChangeLe) > 424), accounts.length), DISTRIBUTION.passwordExpired);
    close(share(accounts.filter(([, { creeLe }]) => creeLe !== undefined && daysOld(creeLe) * 1440 < 30), accounts.length), DISTRIBUTION.accountJustCreated);
    close(share(accounts.filter(([, { rattachements }]) => rattachements.length > 0), accounts.length), DISTRIBUTION.reachesAnother);
    close(share(accounts.filter(([, { habilitations }]) => habilitations !== undefined), accounts.length), DISTRIBUTION.notHabilitated);
    expect(accounts.filter(([login, { structure }]) => !login.endsWith(`_${structure}@cpro.fr`))).toEqual([]);
  });

  test("comes in the documented shares: PISTE", () => {
    close(1 - share(Object.keys(applications), 10_000), DISTRIBUTION.applicationAbsent);
    close(1 - share(Object.keys(raccordements), all.length), DISTRIBUTION.raccordementAbsent);
    close(share(Object.values(applications).filter(({ active }) => active === false), Object.keys(applications).length), DISTRIBUTION.applicationDisabled);
    close(share(Object.values(applications).filter(({ consentements }) => consentements.length < 4), Object.keys(applications).length), DISTRIBUTION.consentMissing);
  });
});

describe("the configuration of a generated world", () => {
  test.each(TOPOLOGIES)("is valid (%s), is the same for the same seed, and names what exists", async (topology) => {
    const given = { seed: 5, structures: 120, topology };
    const files = configurationOf(given);
    expect(configurationOf(given)).toEqual(files);
    const { diagnostics } = await loadConfiguration({ entry: "chorus.config.yaml", files: memoryFiles(files) });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const secrets = JSON.parse(files["secrets.json"] ?? "") as Readonly<Record<string, string>>;
    const { production } = generateWorld(given).environments;
    for (const [login, { motDePasse }] of Object.entries(production?.comptesTechniques ?? {})) expect(secrets[login]).toBe(motDePasse);
    for (const siret of Object.keys(production?.structures ?? {})) expect(`${files["chorus.config.yaml"]}${files["clients.csv"]}`).toContain(siret);
  });
});

test("keys of SIRETs agree with the product's own check", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 8 }), (company, establishment, shift) => {
    expect(isSiret(siretOf(company, establishment))).toBe(true);
    expect(isSiret(falseSiretOf(company, establishment, shift))).toBe(false);
    expect(isSiret(laPosteSiret(establishment))).toBe(true);
    expect([siretOf(company, establishment), falseSiretOf(company, establishment, shift), laPosteSiret(establishment)].map(hasKey)).toEqual([true, false, true]);
  }));
});
