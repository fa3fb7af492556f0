import { Ajv } from "ajv";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { DIRECT } from "../support/direct.ts";
import { projectInGit, readRepository } from "./support.ts";

const [hook] = parse(await readRepository(".pre-commit-hooks.yaml")) as readonly { readonly id: string; readonly entry: string; readonly files: string }[];

it("is what pre-commit reads, by its schema", async () => {
  // From SchemaStore (Apache-2.0), to which pre-commit's documentation leads editors.
  const schema = JSON.parse(await readRepository("test/ci/pre-commit-hooks.schema.json")) as object;
  const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  expect([isValid([hook]), isValid.errors]).toEqual([true, null]);
  expect(isValid([{ ...hook, language: "nodes" }])).toBe(false);
  expect(isValid([{ id: hook?.id }])).toBe(false);
});

it("looks at what Chorus reads, and at nothing else", () => {
  const files = new RegExp(hook?.files ?? "^$");
  const looked = ["chorus.config.yaml", "a/chorus.config.yaml", "chorus.attestations.yaml", "clients.csv", "chorus.config.yaml.orig", "README.md", "my-clients.csv"];
  expect(looked.filter((file) => files.test(file))).toEqual(["chorus.config.yaml", "a/chorus.config.yaml", "chorus.attestations.yaml", "clients.csv"]);
});

it("lets what is valid be committed, and nothing else", async () => {
  const shell = await projectInGit();
  await writeFile(join(shell.cwd, ".git/hooks/pre-commit"), `#!/bin/sh\nexec npx --no -- ${hook?.entry}\n`, { mode: 0o755 });
  const commit = "git commit --quiet --all --message next";
  await writeFile(join(shell.cwd, "chorus.config.yaml"), `${DIRECT}\n# more\n`);
  expect(await shell.run(commit)).toMatchObject({ code: 0 });
  await writeFile(join(shell.cwd, "chorus.config.yaml"), DIRECT.replace("73282932000082", "73282932000083"));
  expect(await shell.run(commit)).toMatchObject({ code: 1, said: expect.stringContaining("CHR-") as string });
});
