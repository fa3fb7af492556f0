/**
 * Writes what a report's page is made of beside its data (`src/views/report/page.gen.js`, not committed): its script, in
 * one piece, and its style. Both go into the file that `chorus report` writes, so nothing is fetched.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const PAGE = fileURLToPath(new URL("../src/views/report/", import.meta.url));

export const writeReportPage = async () => {
  const { outputFiles } = await build({
    entryPoints: [join(PAGE, "browser", "main.ts"), join(PAGE, "browser", "report.css")],
    outdir: "nowhere",
    bundle: true,
    write: false,
    format: "iife",
    // What Node alone has would not be found, and ends the build.
    platform: "browser",
    target: ["es2022", "chrome111", "firefox115", "safari16.4"],
    // Nothing in it may end the element that holds it: esbuild escapes what would.
    minify: true,
    legalComments: "none",
  });
  const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending)).text.trim();
  const page = { script: textOf(".js"), style: textOf(".css") };
  const lines = Object.entries(page).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`);
  await writeFile(join(PAGE, "page.gen.js"), lines.join(""));
  await writeFile(join(PAGE, "page.gen.d.ts"), "export declare const script: string;\nexport declare const style: string;\n");
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeReportPage();
