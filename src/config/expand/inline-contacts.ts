import { ENVIRONMENTS } from "../../model/environment.ts";
import type * as Written from "../configuration.gen.ts";
import type { Path } from "../path.ts";

export type InlineContact = Exclude<Written.ContactReference, string>;

interface Found {
  readonly contact: InlineContact;
  readonly path: Path;
}

/** Contacts that are written where they are used: they get a name like the others. */
export function* inlineContacts(configuration: Written.ChorusConfiguration): Generator<Found> {
  const { application, structures, qualification, environments } = configuration;
  if (typeof application === "object") yield* inline(application.responsable, ["application", "responsable"]);
  yield* ofStructures(structures, ["structures"]);
  yield* ofStructures(qualification, ["qualification"]);
  for (const name of ENVIRONMENTS) {
    const environment = environments?.[name];
    const path = ["environments", name];
    for (const [key, { responsable }] of Object.entries(environment?.applications ?? {})) {
      yield* inline(responsable, [...path, "applications", key, "responsable"]);
    }
    yield* ofStructures(environment?.structures, [...path, "structures"]);
    for (const [key, { contact }] of Object.entries(environment?.raccordements ?? {})) {
      yield* inline(contact, [...path, "raccordements", key, "contact"]);
    }
  }
}

function* ofStructures(structures: Readonly<Record<string, Written.Structure>> | undefined, path: Path): Generator<Found> {
  if (structures === undefined) return;
  for (const name of Object.keys(structures)) {
    const structure = structures[name];
    if (typeof structure !== "object" || typeof structure.raccordement !== "object") continue;
    yield* inline(structure.raccordement.contact, [...path, name, "raccordement", "contact"]);
  }
}

function* inline(reference: Written.ContactReference | undefined, path: Path): Generator<Found> {
  if (typeof reference === "object") yield { contact: reference, path };
}
