// Whose code is in the bundle: their licences, which must go with it, and a bill of materials that scanners read.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes both beside the bundle, from what the bundler says that it took in. The same bytes for the same bundle. */
export const writeThirdParties = (folder, metafile) => {
  const parties = [...new Set(Object.keys(metafile.inputs).flatMap(packageOf))].toSorted((a, b) => (a < b ? -1 : 1)).map(readPackage);
  writeFileSync(join(folder, "THIRD-PARTY-LICENSES.txt"), parties.map(licenceText).join(`\n${"-".repeat(72)}\n\n`));
  writeFileSync(join(folder, "sbom.cdx.json"), `${JSON.stringify(billOf(parties), null, 2)}\n`);
};

/** `node_modules/a/node_modules/@b/c` of a file below it. */
const packageOf = (file) => {
  const start = file.lastIndexOf(MODULES);
  if (start < 0) return [];
  const [scope = "", name = ""] = file.slice(start + MODULES.length).split("/");
  return [file.slice(0, start + MODULES.length) + (scope.startsWith("@") ? `${scope}/${name}` : scope)];
};

const MODULES = "node_modules/";

const readPackage = (path) => {
  const { name, version, license, author } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  const { integrity } = LOCK.packages[path] ?? {};
  if (integrity === undefined) throw new Error(`${path} is bundled, and is not in package-lock.json`);
  return { path, name, version, license, author: typeof author === "string" ? author : author?.name, integrity };
};

const LOCK = JSON.parse(readFileSync("package-lock.json", "utf8"));

const licenceText = ({ path, name, version, license, author }) => {
  const file = readdirSync(path).find((one) => /^licen[sc]e(-mit)?(\.\w+)?$/i.test(one));
  const text = file === undefined ? `Its package holds no text of the licence. ${author ?? "Its authors"} give${author === undefined ? "" : "s"} it under ${license}.` : readFileSync(join(path, file), "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
};

/** CycloneDX 1.6. No time and no serial number: they would make every build another one. */
const billOf = (parties) => {
  const { name, version, license } = JSON.parse(readFileSync("package.json", "utf8"));
  const product = component({ name, version, license }, "application");
  const components = parties.map((party) => ({ ...component(party, "library"), hashes: [hashOf(party.integrity)] }));
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: product },
    components,
    dependencies: [{ ref: product["bom-ref"], dependsOn: components.map((one) => one["bom-ref"]) }],
  };
};

const component = ({ name, version, license }, type) => {
  const [scope, local] = name.startsWith("@") ? name.split("/") : [undefined, name];
  const purl = `pkg:npm/${scope === undefined ? "" : `${encodeURIComponent(scope)}/`}${local}@${version}`;
  return { type, "bom-ref": purl, ...(scope === undefined ? {} : { group: scope }), name: local, version, licenses: [{ license: { id: license } }], purl };
};

/** Of the archive in the registry, as the lock file has it. */
const hashOf = (integrity) => {
  const [algorithm = "", base64 = ""] = integrity.split("-");
  return { alg: algorithm.toUpperCase().replace("SHA", "SHA-"), content: Buffer.from(base64, "base64").toString("hex") };
};
