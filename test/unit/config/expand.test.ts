import * as fc from "fast-check";
import { stringify } from "yaml";
import { describe, expect, it } from "vitest";
import type { ChorusConfiguration } from "../../../src/config/configuration.gen.ts";
import { expand } from "../../../src/config/expand/expand.ts";
import { loadConfiguration } from "../../../src/config/load.ts";
import { recorder, type Origin } from "../../../src/config/origin.ts";
import { writeFullForm } from "../../../src/config/write-full-form.ts";
import type { ClientRow } from "../../../src/config/csv/client-rows.ts";
import type { Desired } from "../../../src/model/desired.ts";
import { nodeFiles } from "../../../src/ports/node-files.ts";
import { configurations } from "./configurations.ts";
import { memoryFiles } from "./memory-files.ts";
import { DIRECT } from "../../support/direct.ts";
import { desiredFrom } from "../../support/world.ts";

const cell = ({ row }: ClientRow, column: string): Origin => ({ from: "csv", file: "c.csv", row, line: row + 1, column });

const expanded = (configuration: ChorusConfiguration, clients: readonly ClientRow[] = []): Desired =>
  expand({ configuration, clients, cell });

const reread = async (text: string): Promise<Desired | undefined> => {
  const loaded = await loadConfiguration({ files: memoryFiles({ "a.yaml": text }), entry: "a.yaml" });
  return loaded.desired;
};

describe("the full form", () => {
  it("expands to itself", () => {
    fc.assert(
      fc.property(configurations, ({ configuration, clients }) => {
        const desired = expanded(configuration, clients);
        expect(expanded(structuredClone(desired) as unknown as ChorusConfiguration)).toEqual(desired);
      }),
      { numRuns: 2000 },
    );
  });

  it("is the same with and without a recorder", () => {
    fc.assert(
      fc.property(configurations, ({ configuration, clients }) => {
        const record = recorder();
        expect(expand({ configuration, clients, cell }, record.note)).toEqual(expanded(configuration, clients));
      }),
    );
  });

  it("does not depend on the order of keys, but for the order of structures", () => {
    fc.assert(
      fc.property(configurations, fc.infiniteStream(fc.nat()), ({ configuration, clients }, keys) => {
        expect(expanded(shuffled(configuration, keys), clients)).toEqual(expanded(configuration, clients));
      }),
    );
  });

  it.each(["chorus.config.yaml", "examples/direct/chorus.config.yaml", "examples/editeur/chorus.config.yaml", "examples/concentrateur/chorus.config.yaml"])(
    "of %s is a configuration that gives itself, comments or not",
    async (entry) => {
      const { desired, diagnostics, origins } = await loadConfiguration({ files: nodeFiles, entry });
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(diagnostics.map(({ code }) => code).filter((code) => code !== "CHR-SIRET-KEY")).toEqual([]);
      if (desired === undefined) throw new Error("no full form");
      expect(await reread(stringify(desired))).toEqual(desired);
      expect(await reread(await writeFullForm(desired))).toEqual(desired);
      expect(await reread(await writeFullForm(desired, await origins(), "fr"))).toEqual(desired);
      await expect(await writeFullForm(desired, await origins(), "fr")).toMatchFileSnapshot(
        `./full-forms/${/^examples\/(\w+)/.exec(entry)?.[1] ?? "root"}.snap.yaml`,
      );
    },
  );
});

/** Maps whose order means something: the first structure is the home. */
const ORDERED = new Set(["structures", "qualification", "applications", "comptesTechniques", "raccordements"]);

const shuffled = <T>(value: T, keys: Iterator<number>, isOrdered = false): T => {
  if (Array.isArray(value)) return value.map((item: unknown) => shuffled(item, keys)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffled(inner as unknown, keys, ORDERED.has(key))] as const);
  if (isOrdered) return Object.fromEntries(entries) as T;
  return Object.fromEntries(
    entries.map((entry) => ({ entry, order: Number(keys.next().value) })).toSorted((a, b) => a.order - b.order).map(({ entry }) => entry),
  ) as T;
};

it("makes the home of an account a structure that stays", async () => {
  const desired = await desiredFrom(
    DIRECT.replace("siege: 73282932000074", "siege: { identifiant: 73282932000074, etat: sortant, date: 2026-11-20 }").replace(
      "lyon: 73282932000082",
      "lyon: { identifiant: 73282932000082, remplace: siege }",
    ),
  );
  expect(desired.environments.production?.comptesTechniques["principal"]?.structure).toBe("lyon");
});
