import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { memoryMachine } from "./memory-machine.ts";
import { changed, runs, spoilt, type Change } from "./mutations.ts";
import { expectAnswered } from "./real-files.ts";

// What `test/unit/config/mutations.test.ts` holds of reading, held of the commands: with what is beside a configuration,
// with one that is included, and with a list of clients, each spoilt.

const EXAMPLES = ["direct", "editeur", "concentrateur"].map((name) => {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, "../../examples", name, file), "utf8");
  const yaml = read("chorus.config.yaml");
  const part = yaml.split("\n").findIndex((line) => line.startsWith("structures:") || line.startsWith("qualification:"));
  const lines = yaml.split("\n");
  return {
    // Cut in two, so that there is something to include.
    "chorus.config.yaml": `include: [parts/*.yaml]\n${lines.slice(0, part).join("\n")}\n`,
    "parts/rest.yaml": `version: 1\n${lines.slice(part).join("\n")}`,
    ...(name === "direct" ? {} : { "clients.csv": read("clients.csv"), "parts/clients.csv": read("clients.csv") }),
  };
});

const READ = fc.constantFrom(
  ["validate"], ["validate", "--format", "json"], ["config"], ["config", "--format", "json"], ["plan", "--offline"], ["plan", "--offline", "--format", "json"],
  ["status"], ["status", "--forecast"], ["report", "--format", "markdown", "--out", "x.md"], ["report", "--out", "x.html"], ["explain", "siret"], ["state", "list"],
);
const EDIT = fc.constantFrom(
  ["add", "structure", "neuve", "12345678200010"],
  ["add", "client", "C09999", "12345678200010"],
  ["import", "csv", "import.csv"],
  ["init", "--topology", "direct"],
);

const spoiltExample = fc.tuple(fc.nat({ max: EXAMPLES.length - 1 }), fc.nat(), spoilt);

const machineOf = (at: number, which: number, change: Change) => {
  const example: Readonly<Record<string, string>> = EXAMPLES[at] ?? {};
  const names = Object.keys(example);
  const name = names[which % names.length] ?? "";
  const machine = memoryMachine({ ...example, "import.csv": "code;siret;nom\nC1;12345678200010;x\n", [name]: changed(example[name] ?? "", change) });
  return { machine, names };
};

it("that is spoilt is answered with a place by every command that reads it", async () => {
  await fc.assert(
    fc.asyncProperty(spoiltExample, READ, async ([example, which, change], argv) => {
      const { machine, names } = machineOf(example, which, change);
      const ran = await machine.run(...argv);
      expectAnswered(ran, argv.join(" "));
      // A word that is explained needs no configuration.
      if (ran.code === 1) expect(ran.stderr + ran.stdout).toMatch(new RegExp(`(${names.map((name) => name.replaceAll(".", "\\.")).join("|")})(:\\d+:\\d+|",\\s+"line": \\d+)`));
    }),
    runs(150),
  );
});

it("that is spoilt is changed in one place by what adds to it, or is left alone", async () => {
  await fc.assert(
    fc.asyncProperty(spoiltExample, EDIT, async ([example, which, change], argv) => {
      const { machine, names } = machineOf(example, which, change);
      const kept = names.map((name) => machine.bytes(name) ?? Buffer.of());
      const ran = await machine.run(...argv);
      expectAnswered(ran, argv.join(" "));
      const after = names.map((name) => machine.bytes(name) ?? Buffer.of());
      const touched = after.filter((bytes, index) => !bytes.equals(kept[index] ?? Buffer.of()));
      expect(touched.length).toBeLessThanOrEqual(ran.code === 1 ? 0 : 1);
    }),
    runs(80),
  );
});

it("whose list of clients holds anything is answered with a place, and asks for no more than was listed", async () => {
  const cell = fc.oneof(fc.constantFrom("", "C1", "12345678200010", "=1+1", "@x", "-2", "a;b", '"', "actif", "pause", "sortant", "2026-01-01", "1,23457E+13", "\u001b[31m", "é", "\u0000", "__proto__", "<b>", "{code}"), fc.string({ maxLength: 6 }));
  const table = fc.record({
    headers: fc.array(fc.constantFrom("code", "siret", "nom", "etat", "date", "espaces", "login", "piste", "type", "Code", "SIRET ", "", "mot de passe", "constructor"), { minLength: 1, maxLength: 6 }),
    rows: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }),
    delimiter: fc.constantFrom(";", ",", "\t", "|"),
    eol: fc.constantFrom("\n", "\r\n", "\r"),
    mark: fc.constantFrom("", "\ufeff"),
  });
  await fc.assert(
    fc.asyncProperty(table, READ, async ({ headers, rows, delimiter, eol, mark }, argv) => {
      const machine = memoryMachine({ ...EXAMPLES[1], "parts/clients.csv": mark + [headers, ...rows].map((cells) => cells.join(delimiter)).join(eol) });
      const ran = await machine.run(...argv);
      expectAnswered(ran, argv.join(" "));
      if (ran.code === 1) expect(ran.stderr + ran.stdout).toMatch(/(clients\.csv|config\.yaml|rest\.yaml)(:\d+:\d+|",\s+"line": \d+)/);
    }),
    runs(150),
  );
});
