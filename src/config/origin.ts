import type { Location } from "../diagnostics/diagnostic.ts";
import type { Path } from "./path.ts";

/** Where a value of the full form came from. */
export type Origin =
  /** Written at this path of the configuration, whichever of its files holds it. */
  | { readonly from: "file"; readonly path: Path }
  | { readonly from: "csv"; readonly file: string; readonly row: number; readonly line: number; readonly column: string }
  /** Follows from something written. */
  | { readonly from: "derived"; readonly rule: DerivationRule; readonly of: Origin }
  /** Not written: what Chorus assumes. */
  | { readonly from: "default"; readonly rule: DefaultRule };

export type DerivationRule =
  | "sandbox-name"
  | "first-structure"
  | "only-contact"
  | "only-gestionnaire"
  | "only-compte-piste"
  | "only-application"
  | "own-application"
  | "shared-espaces"
  | "espace-raccordements"
  | "account-per-gestionnaire"
  | "account-per-structure"
  | "account-per-client"
  | "login"
  | "covers"
  | "raccordement-per-structure"
  | "raccordement-shared"
  | "usage"
  | "solution"
  | "secret-template"
  | "name";

export type DefaultRule = "value" | "secret-convention";

/** Called with each full path whose origin is not the same path of the file. Paths below it follow it. */
export type Note = (path: Path, origin: Origin) => void;

/** Origins of the full form, by path. */
export interface Origins {
  /** Of this value or the nearest above it. */
  readonly at: (path: Path) => Origin;
  /** Where it is written, or what it follows from. */
  readonly place: (path: Path) => Location | undefined;
}

export const fromFile = (...path: Path): Origin => ({ from: "file", path });

export const derived = (rule: DerivationRule, of: Origin): Origin => ({ from: "derived", rule, of });

export const byDefault = (rule: DefaultRule = "value"): Origin => ({ from: "default", rule });

export interface Recorder extends Pick<Origins, "at"> {
  readonly note: Note;
}

/** What is never noted stands in the file at its own path: the full form, written by hand. */
export const recorder = (): Recorder => {
  const root: Branch = {};
  return {
    note: (path, origin) => {
      let branch = root;
      for (const key of path) branch = (branch.below ??= new Map()).get(key) ?? added(branch.below, key);
      branch.origin = origin;
    },
    at: (path) => {
      let branch: Branch | undefined = root;
      let found = root.origin;
      let rest = path;
      for (const [index, key] of path.entries()) {
        branch = branch?.below?.get(key);
        if (branch === undefined) break;
        if (branch.origin === undefined) continue;
        found = branch.origin;
        rest = path.slice(index + 1);
      }
      if (found === undefined) return { from: "file", path };
      return found.from === "file" && rest.length > 0 ? { from: "file", path: [...found.path, ...rest] } : found;
    },
  };
};

interface Branch {
  origin?: Origin;
  below?: Map<string, Branch>;
}

const added = (below: Map<string, Branch>, key: string): Branch => {
  const branch: Branch = {};
  below.set(key, branch);
  return branch;
};
