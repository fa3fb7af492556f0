// Bundles the command and the library into dist/. Checking and types are `npm run types`.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { build as bundle } from "esbuild";
import { writeCiFiles } from "./ci-files.mjs";
import { generate } from "./generate.mjs";
import { writeReportPage } from "./report-page.mjs";
import { writeThirdParties } from "./third-parties.mjs";

/** Builds into `dist/` where it is older than what it is made from. Built aside: `dist/` is whole at any time. */
export const build = async () => {
  if (isCurrent()) return;
  await generate();
  await writeReportPage();
  await writeCiFiles();
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const aside = `dist-${process.pid}`;
  const { metafile } = await bundle({
    entryPoints: ["src/cli.ts", "src/index.ts"],
    metafile: true,
    outdir: aside,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "linked",
    define: { CHORUS_VERSION: JSON.stringify(version) },
    // Bundled CommonJS packages ask for Node's own modules by require.
    banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
    // pg's binding to a C library, which it uses only when asked.
    external: ["pg-native"],
    chunkNames: "chunks/[name]-[hash]",
    plugins: [namedExportsOf("yaml", "undici")],
  });
  writeThirdParties(aside, metafile);
  writeTypes(join(aside, "types"));
  rmSync("dist", { recursive: true, force: true });
  renameSync(aside, "dist");
};

/** Declarations of what `src/index.ts` exports. Their imports name the files that they stand for in a package. */
const writeTypes = (folder) => {
  const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.types.json", "--outDir", folder], { stdio: "inherit" });
  if (status !== 0) throw new Error("the types of src/index.ts cannot be written");
  for (const file of readdirSync(folder, { recursive: true })) {
    if (!file.endsWith(".d.ts")) continue;
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(/(from "\.[^"]*|import\("\.[^"]*)\.ts"/g, '$1.js"'));
  }
};

const isCurrent = () => {
  const schemas = readdirSync("schemas").map((file) => file.replace(".schema.json", ""));
  if (!schemas.every((name) => existsSync(`src/config/validators/${name}.gen.js`))) return false;
  if (!existsSync("src/views/report/page.gen.js") || !existsSync("src/operations/init/ci-files.gen.js")) return false;
  const built = statSync("dist/cli.js", { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return ["src", "schemas", "scripts", "examples/ci", "package.json", "package-lock.json"].every((path) => newest(path) < built);
};

/** When a file, or the latest of a folder, was changed. What is generated does not count. */
const newest = (path) => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  const files = readdirSync(path, { recursive: true, withFileTypes: true });
  return Math.max(
    ...files
      .filter((file) => file.isFile() && !/\.gen\.(js|d\.ts)$/.test(file.name))
      .map((file) => statSync(join(file.parentPath, file.name)).mtimeMs),
  );
};

/** `await import()` of a bundled CommonJS package has only a default: this gives it the names that Node would. */
const namedExportsOf = (...packages) => ({
  name: "named-exports",
  setup: ({ onResolve, onLoad }) => {
    const filter = new RegExp(`^(${packages.join("|")})$`);
    onResolve({ filter }, ({ path, kind }) => (kind === "dynamic-import" ? { path, namespace: "named-exports" } : undefined));
    onLoad({ filter, namespace: "named-exports" }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== "default");
      const contents = `import all from ${JSON.stringify(path)};\nexport const { ${names.join(", ")} } = all;`;
      return { contents, resolveDir: process.cwd() };
    });
  },
});
