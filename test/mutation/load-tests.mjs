import { createRequire } from "node:module";

const AsyncFunction = (async () => {}).constructor;
const require = createRequire(import.meta.url);

/** Each call loads all modules of a bundle anew, and answers with its tests by their titles. */
export const loadTests = (code) => {
  const load = new AsyncFunction("require", code);
  return () => load(require);
};
