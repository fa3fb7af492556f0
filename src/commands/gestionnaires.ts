import { resolve } from "node:path";
import { readGestionnaires, type GestionnaireLine } from "../config/csv/gestionnaires.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Language } from "../messages/language.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { isTracked } from "../operations/git-files.ts";
import type { Project } from "../operations/open-project.ts";
import type { CommandContext } from "./context.ts";

/** Names and addresses by client, where the configuration says in which file they are; what is odd about it is told. */
export const peopleOf = async ({ ports }: CommandContext, { desired, folder }: Project, language: Language): Promise<ReadonlyMap<string, GestionnaireLine>> => {
  const file = desired.clients?.gestionnaires;
  if (file === undefined) return new Map();
  const words = cliMessages(language);
  const say = (text: string): void => ports.terminal.stderr.write(`${text}\n`);
  const path = resolve(folder, file);
  const read = await readGestionnaires(path, ports.files);
  if (read === undefined) {
    say(words.noGestionnaires(file));
    return new Map();
  }
  if (read.diagnostics.length > 0) throw new ChorusError(sortDiagnostics(read.diagnostics));
  const known = new Set(Object.values(desired.environments).flatMap(({ structures }) => Object.values(structures).flatMap(({ client }) => client ?? [])));
  const unknown = [...read.people.keys()].filter((code) => !known.has(code));
  if (unknown.length > 0) say(words.unknownGestionnaires(file, unknown));
  if (await isTracked(path, ports.processes)) say(words.gestionnairesInGit(file));
  return read.people;
};
