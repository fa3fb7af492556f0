import { mkdir, mkdtemp, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadConfiguration, type Loaded } from "../../../src/config/load.ts";
import { nodeFiles } from "../../../src/ports/node-files.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chorus-config-"));
});

const load = async (name: string, content?: string): Promise<Loaded> => {
  const entry = join(folder, name);
  if (content !== undefined) await writeFile(entry, content);
  return loadConfiguration({ files: nodeFiles, entry });
};

const codes = ({ diagnostics }: Loaded): readonly string[] => diagnostics.map(({ code }) => code);

const BASE = `version: 1
topology: direct
piste: facturation@exemple-btp.fr
application: EXEMPLE-BTP
apis: [factures, structures, transverses, utilisateurs]
contact: { nom: Service, email: facturation@exemple-btp.fr, telephone: "+33 4 72 00 00 01" }
qualification: { siege: 12345678200051 }
`;

describe("files that are no configuration", () => {
  it("a missing one", async () => {
    const loaded = await load("absent.yaml");
    expect(codes(loaded)).toEqual(["CHR-CONFIG-NOT-FOUND"]);
    expect(loaded.desired).toBeUndefined();
  });

  it("a folder", async () => {
    await mkdir(join(folder, "dossier.yaml"));
    expect(codes(await load("dossier.yaml"))).toEqual(["CHR-CONFIG-UNREADABLE"]);
  });

  it.each(["EACCES", "EPERM", "EIO"])("one that may not be read (%s)", async (code) => {
    const files: typeof nodeFiles = {
      ...nodeFiles,
      stat: () => Promise.resolve({ size: 10, mode: 0o600 }),
      read: () => Promise.reject(Object.assign(new Error(code), { code })),
    };
    const loaded = await loadConfiguration({ files, entry: join(folder, "secret.yaml") });
    expect(codes(loaded)).toEqual(["CHR-CONFIG-UNREADABLE"]);
  });

  it("one of 50 MB, before it is read", async () => {
    await writeFile(join(folder, "grand.yaml"), BASE);
    await truncate(join(folder, "grand.yaml"), 50 * 1024 * 1024);
    expect((await load("grand.yaml")).diagnostics).toMatchObject([
      { code: "CHR-FILE-TOO-LARGE", arguments: { megabytes: 50, limit: 32 } },
    ]);
  });

  it("one long line", async () => {
    const [found] = (await load("ligne.yaml", `${BASE}x-long: [${"a,".repeat(100_000)}]\nlnguage: fr\n`)).diagnostics;
    expect(found).toMatchObject({ code: "CHR-CONFIG-UNKNOWN-KEY", where: { line: 9, column: 1 } });
  });

  it("30,000 brackets, dashes, quotes and aliases", async () => {
    for (const text of ["[", "{", "- ", "? ", "'", '"', "a: ", "!", "&a ", "*a "]) {
      const { diagnostics } = await load("profond.yaml", `version: 1\nx-a: ${text.repeat(30_000)}\n`);
      expect(diagnostics.length, text).toBeGreaterThan(0);
    }
  });

  it("many uses of one anchor are not an explosion", async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `  s${index}: { <<: *c, identifiant: "${index}" }`);
    const { diagnostics } = await load(
      "ancres.yaml",
      `${BASE}x-c: &c { type: AUTRE, espaces: [factures-emises] }\nstructures:\n${lines.join("\n")}\n`,
    );
    expect(diagnostics).toEqual([]);
  });
});

describe("large configurations", () => {
  it("10,000 structures that are all wrong are all told", async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `  s${index}: ${index + 1_000_000_000_000}`);
    const { diagnostics } = await load("fautes.yaml", `${BASE}structures:\n${lines.join("\n")}\n`);
    expect(diagnostics.filter(({ code }) => code === "CHR-SIRET-FORM")).toHaveLength(10_000);
  }, 20_000);
});
