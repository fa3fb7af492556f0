import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { glob } from "tinyglobby";
import { PARTS } from "./parts.mjs";

/**
 * Drops what was found out with other tests. Stryker tries again what meets a test that changed, but of tests in a bundle it
 * knows the titles alone: a change within one would leave every answer as it was.
 */
export const forgetOtherTests = async (part, root) => {
  const { tests, without = [] } = PARTS[part];
  const files = await glob([...tests, "test/support/**/*.ts", "test/unit/**/fixtures/*.ts"], { cwd: root, absolute: true, ignore: without });
  const hash = createHash("sha256");
  for (const file of files.toSorted()) hash.update(`${file}\n`).update(await readFile(file));
  const digest = hash.digest("hex");
  const place = (ending) => new URL(`reports/${part}.${ending}`, import.meta.url);
  const before = await readFile(place("tests"), "utf8").catch(() => undefined);
  if (before === digest) return;
  await rm(place("incremental.json"), { force: true });
  await mkdir(new URL("reports/", import.meta.url), { recursive: true });
  await writeFile(place("tests"), digest);
};
