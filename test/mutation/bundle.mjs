/** Puts the tests of a part into one file that Mocha runs; Stryker calls it where it has put the mutants. */
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { glob } from "tinyglobby";
import { PARTS } from "./parts.mjs";

const part = PARTS[process.env.MUTATION];
const files = await glob([...part.tests], { ignore: part.without ?? [] });

/** Where a bundle lies says nothing: each module keeps the place that it had. */
const keepPlaces = {
  name: "keep-places",
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      if (!text.includes("import.meta")) return undefined;
      const contents = text
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)));
      return { contents, loader: path.endsWith("ts") ? "ts" : "js" };
    });
  },
};

await build({
  stdin: { contents: files.toSorted().map((file) => `import ${JSON.stringify(`./${file}`)};`).join("\n"), resolveDir: process.cwd() },
  outfile: `test/mutation/built/tests.${part.format === "esm" ? "mjs" : "cjs"}`,
  bundle: true,
  platform: "node",
  target: "node20",
  format: part.format,
  banner: part.format === "esm" ? { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' } : {},
  alias: { vitest: resolve("test/mutation/vitest-in-mocha.mjs") },
  plugins: [keepPlaces],
  logLevel: "error",
});
