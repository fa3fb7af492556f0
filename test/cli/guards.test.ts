import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DIRECT, SECRETS } from "../support/direct.ts";
import { directBut } from "../support/direct-world.ts";
import { siretOf } from "../support/siret-of.ts";
import { chorus, practise, workIn, type Ran } from "./support.ts";

const NAMES = Array.from({ length: 20 }, (_, index) => `agence-${String(index).padStart(2, "0")}`);

/** Twenty-three structures, of which some are to leave. */
const configuration = (leaving: number, date: string): string =>
  `${DIRECT}${NAMES.map((name, index) => `  ${name}: { identifiant: "${siretOf(index)}"${index < leaving ? `, etat: sortant, date: "${date}"` : ""} }\n`).join("")}`;

const place = async () => {
  const cwd = await workIn("examples/direct");
  const { simulator, variables } = await practise(
    directBut(({ structures, account }) => {
      for (const index of NAMES.keys()) {
        structures[siretOf(index)] = { designation: siretOf(index), espaces: ["raccordements", "factures-emises"] };
        account.rattachements = [...(account.rattachements ?? []), siretOf(index)];
      }
    }),
  );
  return {
    simulator,
    write: (text: string) => writeFile(join(cwd, "chorus.config.yaml"), text),
    state: () => readFile(join(cwd, "chorus.state.jsonl"), "utf8"),
    run: (...args: readonly string[]): Promise<Ran> => chorus(args, { cwd, variables: { ...variables, ...SECRETS } }),
  };
};

describe("apply and refresh, of what nobody reviewed", { timeout: 120_000 }, () => {
  it("stop before anything is asked where more than one structure in five would begin to leave, until somebody says that they do", async () => {
    const { simulator, write, state, run } = await place();
    await write(configuration(0, ""));
    expect(await run("refresh")).toMatchObject({ code: 0 });
    const [before, asked] = [await state(), simulator.requests().length];

    await write(configuration(5, "2026-01-01"));
    for (const args of [["apply", "--non-interactive"], ["refresh"]]) {
      const stopped = await run(...args);
      expect(stopped).toMatchObject({ code: 1, stdout: "" });
      expect(stopped.stderr).toContain("CHR-CHANGE-ENDS");
      expect(stopped.stderr).toMatch(/5 des 23 structures de production/);
      expect(stopped.stderr).toContain("--allow-ends");
    }
    expect(await run("apply", "--env", "qualification", "--non-interactive")).toMatchObject({ code: 0 });
    expect([await state(), simulator.requests().length]).toEqual([before, asked]);

    expect(await run("apply", "--non-interactive", "--allow-ends")).toMatchObject({ code: 0 });
    expect(await run("refresh")).toMatchObject({ code: 0 });
    // Those that left before count no more, neither among what lives nor among what ends.
    await write(configuration(10, "2026-01-01"));
    expect((await run("refresh")).stderr).toMatch(/5 des 18 structures/);
  });

  it("let go on what leaves only later, and a few", async () => {
    const { write, run } = await place();
    await write(configuration(0, ""));
    expect(await run("refresh")).toMatchObject({ code: 0 });
    await write(configuration(20, "2999-12-31"));
    expect(await run("refresh")).toMatchObject({ code: 0 });
    await write(configuration(4, "2026-01-01"));
    expect(await run("refresh")).toMatchObject({ code: 0 });
  });

  it("stop beyond --max-changes, against what was recorded", async () => {
    const { write, run } = await place();
    await write(configuration(0, ""));
    expect((await run("refresh", "--max-changes", "3")).stderr).toContain("CHR-CHANGE-LARGE");
    expect(await run("refresh")).toMatchObject({ code: 0 });
    expect(await run("refresh", "--max-changes", "0")).toMatchObject({ code: 0 });
    await write(configuration(2, "2026-01-01").replace(siretOf(7), siretOf(40)));
    const stopped = await run("apply", "--non-interactive", "--max-changes", "2");
    expect(stopped).toMatchObject({ code: 1, stdout: "" });
    expect(stopped.stderr).toMatch(/touche 3 structures/);
    expect(await run("apply", "--non-interactive", "--max-changes", "3")).toMatchObject({ code: 0 });
    expect((await run("apply", "--max-changes", "many")).stderr).toContain("CHR-USAGE");
  });
});
