import type { Raccordement, Structure } from "../../model/desired.ts";
import { byDefault, derived, fromFile, type Origin } from "../origin.ts";
import { named, type Draft, type EnvironmentSource, type Mutable, type Named, type StructureSource } from "./draft.ts";

export const expandStructures = (
  draft: Draft,
  source: EnvironmentSource,
  raccordements: Named<Raccordement>,
): Named<Structure> => {
  const joined = new Set(Object.values(raccordements).map(({ structure }) => structure));
  const withRaccordements = spaceAdder();
  const structures = named<Structure>();
  for (const [name, structure] of source.structures) {
    const spaces = espacesOf(draft, structure);
    const espaces = joined.has(name) ? withRaccordements(spaces) : spaces;
    structures[name] = expandStructure(draft, structure, espaces);
    if (draft.note !== undefined) noteStructure(draft, source, structure, spaces !== espaces);
  }
  return structures;
};

const espacesOf = ({ configuration: { espaces, clients } }: Draft, { settings, client }: StructureSource): readonly string[] =>
  settings.espaces ?? (client === undefined ? undefined : clients?.espaces) ?? espaces ?? NONE;

/** One list for all structures that have the same. */
const spaceAdder = (): ((espaces: readonly string[]) => readonly string[]) => {
  const known = new Map<readonly string[], readonly string[]>();
  return (espaces) => {
    const found = known.get(espaces) ?? (espaces.includes(RACCORDEMENTS) ? espaces : [RACCORDEMENTS, ...espaces]);
    known.set(espaces, found);
    return found;
  };
};

const expandStructure = (
  { people }: Draft,
  { identifiant, type, client, settings, row }: StructureSource,
  espaces: readonly string[],
): Structure => {
  const structure: Mutable<Structure> = { identifiant, type: type ?? "SIRET", espaces, etat: settings.etat ?? row?.etat ?? "actif" };
  const nom = settings.nom ?? row?.nom;
  const gestionnaire = settings.gestionnaire ?? (client === undefined ? people.gestionnaire : undefined);
  const date = settings.date ?? row?.date;
  const remplace = settings.remplace ?? row?.remplace;
  if (nom !== undefined) structure.nom = nom;
  if (gestionnaire !== undefined) structure.gestionnaire = gestionnaire;
  if (settings.services !== undefined) structure.services = settings.services;
  if (settings.edi !== undefined) structure.edi = settings.edi;
  if (settings.raccordement === false) structure.raccordement = false;
  if (date !== undefined) structure.date = date;
  if (remplace !== undefined) structure.remplace = remplace;
  if (client !== undefined) structure.client = client;
  if (settings.accepte !== undefined) structure.accepte = settings.accepte;
  return structure;
};

const noteStructure = (
  { note, cell, people, configuration }: Draft,
  { environment }: EnvironmentSource,
  { name, settings, row, origin, type, client }: StructureSource,
  isJoined: boolean,
): void => {
  const at = (key: string, from: Origin): void => note?.(["environments", environment, "structures", name, key], from);
  note?.(["environments", environment, "structures", name], origin);
  if (row !== undefined) {
    at("identifiant", cell(row, "siret"));
    for (const key of COLUMNS) if (row[key] !== undefined) at(key, cell(row, key));
    at("client", cell(row, "code"));
  } else if (settings.identifiant === undefined) at("identifiant", origin);
  if (type === undefined) at("type", byDefault());
  if (settings.etat === undefined && row?.etat === undefined) at("etat", byDefault());
  if (settings.gestionnaire === undefined && client === undefined && people.gestionnaire !== undefined) {
    at("gestionnaire", derived("only-gestionnaire", origin));
  }
  const ofClients = client !== undefined && configuration.clients?.espaces !== undefined;
  const own = configuration.espaces === undefined ? byDefault() : fromFile("espaces");
  const shared = ofClients ? fromFile("clients", "espaces") : own;
  if (settings.espaces === undefined) at("espaces", shared.from === "default" ? shared : derived("shared-espaces", shared));
  const listed = settings.espaces === undefined ? shared : below(origin, "espaces");
  if (isJoined) at("espaces", derived("espace-raccordements", listed.from === "default" ? origin : listed));
};

const below = (origin: Origin, key: string): Origin => (origin.from === "file" ? fromFile(...origin.path, key) : origin);

const COLUMNS = ["nom", "etat", "date", "remplace", "type"] as const;
const RACCORDEMENTS = "raccordements";
const NONE: readonly string[] = [];
