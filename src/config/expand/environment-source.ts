import { defined } from "../../model/defined.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import type * as Written from "../configuration.gen.ts";
import { fromFile } from "../origin.ts";
import type { Path } from "../path.ts";
import type { EnvironmentSource, StructureSource, WrittenConfiguration } from "./draft.ts";

/** What is written of an environment; undefined where nothing is wanted there. */
export const environmentSource = (written: WrittenConfiguration, environment: EnvironmentName): EnvironmentSource | undefined => {
  const { configuration } = written;
  const explicit = configuration.environments?.[environment];
  const short = environment === "production" ? configuration.structures : configuration.qualification;
  const rows = environment === "production" ? written.clients : [];
  const isWanted = short !== undefined || explicit !== undefined || rows.length > 0 || namesApplication(configuration, environment);
  if (!isWanted) return undefined;
  const structures = new Map<string, StructureSource>();
  addWritten(structures, short, [environment === "production" ? "structures" : "qualification"]);
  addWritten(structures, explicit?.structures, ["environments", environment, "structures"]);
  for (const row of rows) {
    const { code: name, siret: identifiant, type } = row;
    if (structures.has(name)) continue;
    const settings = SETTINGS;
    const origin = written.cell(row, "code");
    structures.set(name, defined({ name, identifiant, client: name, settings, row, origin, type }));
  }
  return { environment, explicit: explicit ?? {}, structures };
};

const SETTINGS = {};

const namesApplication = ({ application }: Written.ChorusConfiguration, environment: EnvironmentName): boolean => {
  if (typeof application === "string") return environment === "production";
  return application?.[environment] !== undefined;
};

/** What is written in full replaces the short form of the same name. */
const addWritten = (
  structures: Map<string, StructureSource>,
  written: Readonly<Record<string, Written.Structure>> | undefined,
  path: Path,
): void => {
  if (written === undefined) return;
  for (const name of Object.keys(written)) {
    const structure = written[name];
    if (structure === undefined) continue;
    const settings = typeof structure === "string" ? SETTINGS : structure;
    const identifiant = typeof structure === "string" ? structure : structure.identifiant;
    const { type, client } = settings as Partial<Exclude<Written.Structure, string>>;
    structures.set(name, defined({
      name,
      identifiant,
      settings,
      origin: fromFile(...path, name),
      type,
      client,
    }));
  }
};
