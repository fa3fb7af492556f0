import { IDENTIFIER_TYPES } from "../../model/identifier.ts";
import type { CommandEntry, OptionEntry } from "../command-entry.ts";
import { ENV } from "../options.ts";

const NOM: OptionEntry = { name: "nom", flags: "--nom <text>" };
const DRY_RUN: OptionEntry = { name: "dry-run", flags: "--dry-run" };
const TYPE: OptionEntry = { name: "type", flags: "--type <type>", choices: IDENTIFIER_TYPES };

/** `chorus add …`: one more, in the file where somebody wrote the others. */
export const ADD_COMMANDS: readonly CommandEntry[] = [
  {
    name: "add structure",
    argument: { name: "structure", form: "<name> <identifier>" },
    options: [{ ...ENV, name: "add-env" }, TYPE, NOM, DRY_RUN],
    load: () => import("./structure.ts"),
  },
  {
    name: "add client",
    argument: { name: "client", form: "<code> <identifier>" },
    options: [
      NOM,
      { name: "client-login", flags: "--login <login>" },
      { name: "etat", flags: "--etat <etat>", choices: ["actif", "pause", "sortant"] },
      { name: "etat-date", flags: "--date <date>" },
      { name: "remplace", flags: "--remplace <code>" },
      TYPE,
      { name: "compte-piste", flags: "--piste <e-mail>" },
      DRY_RUN,
    ],
    load: () => import("./client.ts"),
  },
];
