import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";

const ROOT = new URL("../..", import.meta.url).pathname;
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const json = (file: string): unknown => JSON.parse(read(file));

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
}

interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

const { packages } = json("package-lock.json") as { packages: Readonly<Record<string, Locked>> };
const locked = Object.entries(packages).filter(([path]) => path !== "");
const bill = json("dist/sbom.cdx.json") as { components: readonly Component[] };
const { devDependencies, dependencies } = json("package.json") as { devDependencies: Readonly<Record<string, string>>; dependencies?: object };
const nameOf = ({ group, name }: Component): string => (group === undefined ? name : `${group}/${name}`);

/** Where a lock file that names no place gets what it names. */
const REGISTRY = "https://registry.npmjs.org/";
/** May be bundled: they ask for their text alone, which goes with the bundle. */
const BUNDLED = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD"]);
/** May be used beside, changed by nobody and given on by nobody. */
const USED = new Set([...BUNDLED, "MPL-2.0", "Python-2.0", "PSF-2.0"]);

describe("what others wrote", () => {
  it("comes from one registry, and is what it was when it was locked", () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, { resolved = REGISTRY, integrity = "" }]) => !resolved.startsWith(REGISTRY) || !integrity.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
  });

  it("is under licences that allow what is done with it", () => {
    expect(locked.filter(([, { license = "" }]) => !USED.has(license)).map(([path, { license }]) => `${path} ${license ?? "none"}`)).toEqual([]);
    expect(bill.components.flatMap(({ name, licenses }) => licenses.filter(({ license }) => !BUNDLED.has(license.id)).map(() => name))).toEqual([]);
  });

  it("is no dependency of the package, and has its reason in a row of docs/dependencies.md", () => {
    expect(dependencies).toBeUndefined();
    const [, bundled = "", build = "", test = ""] = read("docs/dependencies.md").split(/^## .*$/m);
    const rows = (text: string): readonly string[] => [...text.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = ""]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
    expect([...rows(bundled), ...rows(build), ...rows(test)].toSorted()).toEqual(Object.keys(devDependencies).toSorted());
    const inBundle = new Set(bill.components.map(nameOf));
    expect(rows(bundled).filter((name) => !inBundle.has(name))).toEqual([]);
    expect([...rows(build), ...rows(test)].filter((name) => inBundle.has(name))).toEqual([]);
  });

  it("is told of in the bill of materials as scanners read it", () => {
    const folder = join(dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json")), "res/schema");
    const schema = (file: string): object => ({ ...(JSON.parse(readFileSync(join(folder, file), "utf8")) as object), $id: `http://cyclonedx.org/schema/${file}` });
    const ajv = new Ajv({ strict: false, validateFormats: false, schemas: ["spdx", "jsf-0.82"].map((name) => schema(`${name}.SNAPSHOT.schema.json`)) });
    const validate = ajv.compile(schema("bom-1.6.SNAPSHOT.schema.json"));
    validate(bill);
    expect(validate.errors ?? []).toEqual([]);
    for (const component of bill.components) {
      const [first] = locked.filter(([path, { version }]) => path.endsWith(`node_modules/${nameOf(component)}`) && version === component.version);
      expect(component.hashes).toEqual([{ alg: "SHA-512", content: Buffer.from(first?.[1].integrity?.slice("sha512-".length) ?? "", "base64").toString("hex") }]);
    }
  });

  it("goes with the text of its licence", () => {
    const text = read("dist/THIRD-PARTY-LICENSES.txt");
    for (const component of bill.components) expect(text).toContain(`${nameOf(component)} ${component.version} (${component.licenses[0]?.license.id ?? ""})`);
    expect(text.match(/copyright/gi)?.length).toBeGreaterThan(bill.components.length / 2);
  });
});
