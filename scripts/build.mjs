// Bundles the command and the library into dist/. Checking and types are `npm run types`.
import { readFileSync, rmSync } from "node:fs";
import process from "node:process";
import { build as bundle } from "esbuild";
import { generate } from "./generate.mjs";

export const build = async () => {
  await generate();
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  rmSync("dist", { recursive: true, force: true });
  await bundle({
    entryPoints: ["src/cli.ts"],
    outdir: "dist",
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
    chunkNames: "chunks/[name]-[hash]",
    plugins: [namedExportsOf("yaml", "undici")],
  });
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
