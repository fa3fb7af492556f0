import { environmentsOf } from "../../model/environments-of.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { pathIn } from "./each.ts";
import type { Rule } from "./rules.ts";

/** What the topology wants and the configuration does not give. */
export const checkTopology: Rule = function* (input) {
  const { written, locate } = input;
  const { configuration, clients } = written;
  if (configuration.topology === undefined) yield diagnostic("CHR-TOPOLOGY-MISSING", "error", {}, locate([], "key"));
  if (configuration.clients?.from !== undefined) {
    if (configuration.topology === "direct") {
      yield diagnostic("CHR-CLIENTS-TOPOLOGY", "error", {}, locate(["clients"], "key"));
    }
    if (configuration.topology === "editeur" && configuration.clients.application === undefined) {
      const args = { key: "application", of: "clients" };
      yield diagnostic("CHR-CONFIG-MISSING-KEY", "error", args, locate(["clients"], "key"));
    }
  }
  yield* missingAccount(input);
  yield* missingApplications(input);
  yield* uncovered(input);
  const short = configuration.structures ?? {};
  const full = configuration.environments;
  for (const row of clients) {
    const isTwice = Object.hasOwn(short, row.code) || Object.hasOwn(full?.production?.structures ?? {}, row.code);
    if (!isTwice) continue;
    const where = locate(pathIn("production", "structures", row.code), "key");
    yield diagnostic("CHR-NAME-TWICE", "error", { name: row.code }, where);
  }
  for (const [environment, entries] of [["production", short], ["qualification", configuration.qualification ?? {}]] as const) {
    for (const name of Object.keys(full?.[environment]?.structures ?? {})) {
      if (!Object.hasOwn(entries, name)) continue;
      const where = locate(pathIn(environment, "structures", name), "key");
      yield diagnostic("CHR-NAME-TWICE", "error", { name }, where);
    }
  }
};

/** Every application is held by a PISTE account, and the sandbox one is called after it. */
const missingAccount: Rule = function* ({ desired, locate }) {
  if (Object.keys(desired.comptesPiste).length > 0) return;
  const environments = environmentsOf(desired);
  const isNeeded = environments.some(({ environment, wanted }) => {
    const structures = environment === "qualification" ? wanted.structures : {};
    return Object.keys({ ...structures, ...wanted.applications }).length > 0;
  });
  if (isNeeded) yield diagnostic("CHR-CONFIG-MISSING-KEY", "error", { key: "piste", of: "" }, locate([], "key"));
};

/** An organisation's own structures need an application to be joined to. */
const missingApplications: Rule = function* ({ desired, locate }) {
  for (const { environment, wanted } of environmentsOf(desired)) {
    if (Object.values(wanted.applications).some(isOwn)) continue;
    if (environment === "qualification" && Object.keys(desired.comptesPiste).length === 0) continue;
    for (const [name, structure] of Object.entries(wanted.structures)) {
      if (!isOwn(structure) || structure.raccordement === false) continue;
      const where = locate(pathIn(environment, "structures", name), "key");
      yield diagnostic("CHR-APPLICATION-MISSING", "error", { environment }, where);
      break;
    }
  }
};

const isOwn = ({ client }: { readonly client?: string }): boolean => client === undefined;

const uncovered: Rule = function* ({ desired, locate }) {
  for (const { environment, wanted } of environmentsOf(desired)) {
    const covered = new Set(Object.values(wanted.comptesTechniques).flatMap(({ couvre }) => couvre));
    for (const name of Object.keys(wanted.structures)) {
      if (covered.has(name)) continue;
      const where = locate(pathIn(environment, "structures", name), "key");
      yield diagnostic("CHR-STRUCTURE-UNCOVERED", "warning", { name, environment }, where);
    }
  }
};
