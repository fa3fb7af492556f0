import type { Application, Raccordement, Solution } from "../../model/desired.ts";
import type * as Written from "../configuration.gen.ts";
import { byDefault, derived, fromFile, type Origin } from "../origin.ts";
import { freeName, named, type Draft, type EnvironmentSource, type Mutable, type Named, type StructureSource } from "./draft.ts";

/**
 * Raccordements of an environment: those written, and one for each structure and application that has none. A
 * concentrateur has one in all, on the first structure of its own; an éditeur's client has one to its own application.
 */
export const expandRaccordements = (
  draft: Draft,
  source: EnvironmentSource,
  applications: Named<Application>,
): Named<Raccordement> => {
  const raccordements = named<Raccordement>();
  const joined = new Set<string>();
  for (const [name, written] of Object.entries(source.explicit.raccordements ?? {})) {
    joined.add(written.structure);
    raccordements[name] = expandRaccordement(draft, written);
    if (draft.note !== undefined) noteRaccordement(draft, ["environments", source.environment, "raccordements", name], written);
  }
  const own = Object.keys(applications).filter((name) => applications[name]?.client === undefined);
  const byClient = new Map(Object.entries(applications).map(([name, { client }]) => [client, name]));
  for (const structure of wanting(draft, source, joined)) {
    const { name, client } = structure;
    const targets = client === undefined ? own : [byClient.get(client) ?? []].flat();
    for (const application of targets) {
      const wanted = freeName(raccordements, targets.length === 1 ? name : `${name}-${application}`);
      const details = typeof structure.settings.raccordement === "object" ? structure.settings.raccordement : {};
      raccordements[wanted] = expandRaccordement(draft, { structure: name, application, ...details });
      if (draft.note !== undefined) noteDerived(draft, source, wanted, structure);
    }
  }
  return raccordements;
};

function* wanting(
  { topology }: Draft,
  { structures }: EnvironmentSource,
  joined: ReadonlySet<string>,
): Generator<StructureSource> {
  const candidates = [...structures.values()].filter(({ settings }) => settings.raccordement !== false);
  if (topology !== "concentrateur") {
    for (const structure of candidates) {
      const isServed = structure.client === undefined || topology === "editeur";
      if (isServed && !joined.has(structure.name)) yield structure;
    }
    return;
  }
  const own = candidates.filter(({ client }) => client === undefined);
  const detailed = own.filter(({ settings }) => typeof settings.raccordement === "object");
  const bearers = detailed.length > 0 ? detailed : joined.size > 0 ? [] : own.slice(0, 1);
  for (const structure of bearers) if (!joined.has(structure.name)) yield structure;
}

const expandRaccordement = ({ configuration, topology, people }: Draft, written: Written.Raccordement): Raccordement => {
  const { structure, application } = written;
  const usage = written.usage ?? configuration.usage ?? (topology === "editeur" ? "editeur" : "application-interne");
  const solution: Solution | undefined = written.solution ?? (usage === "editeur" ? configuration.solution : undefined);
  const contact = written.contact === undefined ? people.contact : people.contactName(written.contact);
  const raccordement: Mutable<Raccordement> = { structure, application, usage };
  if (solution !== undefined) raccordement.solution = solution;
  if (contact !== undefined) raccordement.contact = contact;
  return raccordement;
};

const noteDerived = (
  draft: Draft,
  { environment }: EnvironmentSource,
  name: string,
  { origin, settings }: StructureSource,
): void => {
  const path = ["environments", environment, "raccordements", name];
  const rule = draft.topology === "concentrateur" ? "raccordement-shared" : "raccordement-per-structure";
  draft.note?.(path, derived(rule, origin));
  const details = typeof settings.raccordement === "object" ? settings.raccordement : {};
  const inFile = origin.from === "file" ? origin.path : [];
  for (const key of Object.keys(details)) draft.note?.([...path, key], fromFile(...inFile, "raccordement", key));
  noteRaccordement(draft, path, details);
};

const noteRaccordement = (
  { note, configuration }: Draft,
  path: readonly string[],
  written: Omit<Partial<Written.Raccordement>, "structure" | "application">,
): void => {
  const at = (key: string, from: Origin): void => note?.([...path, key], from);
  if (written.usage === undefined) {
    const topology = configuration.topology === undefined ? byDefault() : derived("usage", fromFile("topology"));
    at("usage", configuration.usage === undefined ? topology : fromFile("usage"));
  }
  if (written.solution === undefined) at("solution", configuration.solution === undefined ? derived("solution", fromFile("topology")) : fromFile("solution"));
  if (written.contact === undefined) at("contact", derived("only-contact", configuration.contact === undefined ? fromFile("contacts") : fromFile("contact")));
};
