/** Makes one function of the tests of a part, and a list of their titles. Stryker calls it where it has put the mutants. */
import { readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { glob } from "tinyglobby";
import { loadTests } from "./load-tests.mjs";
import { PARTS } from "./parts.mjs";

const { tests, without = [] } = PARTS[process.env.MUTATION];
const files = (await glob(tests, { ignore: without })).toSorted();

/** Where a bundle lies says nothing: each module keeps the place that it had, and so do the files that it expects. */
const keepPlaces = {
  name: "keep-places",
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      if (!text.includes("import.meta") && !text.includes(".toMatchFileSnapshot(")) return undefined;
      const contents = text
        .replaceAll(".toMatchFileSnapshot(", `.toEqualFile(${JSON.stringify(dirname(path))}, `)
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)));
      return { contents, loader: path.endsWith("ts") ? "ts" : "js" };
    });
  },
};

const { outputFiles } = await build({
  stdin: {
    contents: [...files.map((file) => `import ${JSON.stringify(`./${file}`)};`), 'export { collected } from "vitest";'].join("\n"),
    resolveDir: process.cwd(),
  },
  write: false,
  bundle: true,
  platform: "node",
  target: "node20",
  // Other formats know no await at the top of a module.
  format: "esm",
  alias: { vitest: resolve("test/mutation/collected-tests.mjs") },
  plugins: [keepPlaces],
  logLevel: "error",
});

/** The body of a function has no import and no export; what is left of them names Node's own modules, and what is collected. */
const code = outputFiles[0].text
  .replaceAll(/^import \* as (\S+) from ("[^"]+");$/gm, "const $1 = require($2);")
  .replaceAll(/^import \{([^}]*)\} from ("[^"]+");$/gm, (_, names, from) => `const {${names.replaceAll(" as ", ": ")}} = require(${from});`)
  .replaceAll(/^import (\w+) from ("[^"]+");$/gm, "const $1 = require($2);")
  .replaceAll(/^import (\w+), \{([^}]*)\} from ("[^"]+");$/gm, (_, all, names, from) => `const ${all} = require(${from}), {${names.replaceAll(" as ", ": ")}} = ${all};`)
  .replace(/^export \{\s*collected\s*\};$/m, "return collected;");

await writeFile("test/mutation/built.tests", code);
const titles = [...(await loadTests(code)()).keys()];
await writeFile("test/mutation/built.json", JSON.stringify(titles, undefined, 2));
