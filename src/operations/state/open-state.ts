import { resolve } from "node:path";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import type { Desired } from "../../model/desired.ts";
import type { Ports } from "../../ports/ports.ts";
import type { StateStore } from "../../state/store.ts";
import { openStore, storeOptions, type StoreOptions } from "../open-store.ts";
import type { OpenOptions } from "../open-project.ts";
import { validate } from "../validate.ts";

export interface OpenedState {
  readonly store: StateStore;
  readonly desired: Desired;
  /** Absolute: the configuration's. */
  readonly folder: string;
  readonly options: StoreOptions;
}

/** The store that a configuration names, with nothing read of it yet. Throws where the configuration is wrong. */
export const openState = async (ports: Ports, options: OpenOptions): Promise<OpenedState> => {
  const { entry, trust, live } = options;
  const loaded = await validate({ files: ports.files, entry, trust, live, places: "of-errors" });
  const { desired, diagnostics, language } = loaded;
  if (desired === undefined || hasErrors(diagnostics)) throw new ChorusError(diagnostics, { language });
  const folder = resolve(loaded.folder);
  const forStore = storeOptions(ports.variables, folder, desired, options);
  return { store: await openStore(desired.state, ports, forStore), desired, folder, options: forStore };
};
