import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { address, parseAddress, type Address, type AddressParts } from "../model/address.ts";
import type { Desired } from "../model/desired.ts";
import type { ResourceRecord } from "../model/condition.ts";
import { groupBy } from "../model/group-by.ts";
import type { State } from "./state.ts";

/**
 * Structures, applications and accounts that are recorded and no longer declared. In production each is an error that
 * names it: nearly always a bad export, never a removal. One whose exit is proven may go. Qualification is disposable.
 */
export const findVanished = (desired: Desired, state: State): readonly Diagnostic[] => {
  const vanished = undeclared(desired, state).filter(({ parts }) => parts.environment === "production");
  if (vanished.length === 0) return [];
  const hasLeft = exitsOf(state);
  return vanished
    .filter((subject) => !hasLeft(subject))
    .map(({ parts: { kind, environment, names } }) => diagnostic("CHR-VANISHED", "error", { name: names[0] ?? "", kind, environment }));
};

/** Records whose subject is gone for good, to be dropped from the state. */
export const goneRecords = (desired: Desired, state: State): readonly ResourceRecord[] =>
  undeclared(desired, state)
    .filter(({ parts }) => parts.environment === "qualification")
    .flatMap(({ records }) => records);

interface Subject {
  readonly parts: AddressParts;
  readonly records: readonly ResourceRecord[];
}

const undeclared = (desired: Desired, state: State): readonly Subject[] => {
  const bySubject = groupBy(state.records.values(), (record) => state.subjects.get(record.address) ?? record.address);
  return [...bySubject].flatMap(([subject, records]) => {
    const parts = parseAddress(subject);
    return parts === undefined || isDeclared(desired, parts) ? [] : [{ parts, records }];
  });
};

const isDeclared = (desired: Desired, { environment, kind, names }: AddressParts): boolean => {
  const [name = ""] = names;
  const wanted = desired.environments[environment];
  switch (kind) {
    case "structure":
      return Object.hasOwn(wanted?.structures ?? {}, name);
    case "application":
      return Object.hasOwn(wanted?.applications ?? {}, name);
    case "compte-technique":
      return Object.hasOwn(wanted?.comptesTechniques ?? {}, name);
    case "compte-piste":
      return Object.hasOwn(desired.comptesPiste, name);
    case "matelas":
      return Object.keys(wanted?.structures ?? {}).length > 0;
    default:
      return true;
  }
};

/**
 * Who has left, by what the records prove:
 * - an account whose secret is refused;
 * - a structure whose raccordements are removed and which no account of ours reaches;
 * - a client's application, which has the client's name, when the structure has left;
 * - a PISTE account of which only such applications were known.
 */
const exitsOf = (state: State): ((subject: Subject) => boolean) => {
  const isGone = (of: Address): boolean =>
    state.records.get(of)?.conditions.some(({ type, status }) => type === "Left" && status === "true") === true;
  const ties = groupBy(tiesOf(state), ({ structure }) => structure);
  const structureLeft = (environment: AddressParts["environment"], name: string): boolean => {
    const account = address(environment, "compte-technique", name);
    const here = (ties.get(address(environment, "structure", name)) ?? []).filter(({ through }) => through === undefined || !isGone(through));
    const known = [...here.map(({ tie }) => tie), ...(state.records.has(account) ? [account] : [])];
    return known.length > 0 && known.every(isGone);
  };
  return ({ parts: { environment, kind, names: [name = ""] }, records }) => {
    if (kind === "compte-technique") return isGone(address(environment, kind, name));
    if (kind === "structure" || kind === "application") return structureLeft(environment, name);
    const from = records.flatMap(({ conditions }) => conditions.flatMap(({ evidence }) => (evidence?.by === "inference" ? evidence.from : [])));
    return from.length > 0 && from.every((premise) => structureLeft(environment, parseAddress(premise)?.names[0] ?? ""));
  };
};

interface Tie {
  readonly structure: Address;
  readonly tie: Address;
  /** The account of a rattachement: when it is gone, so is what it was attached to. */
  readonly through?: Address;
}

const tiesOf = (state: State): readonly Tie[] =>
  [...state.records.keys()].flatMap((tie): readonly Tie[] => {
    const parts = parseAddress(tie);
    if (parts?.kind !== "raccordement" && parts?.kind !== "rattachement") return [];
    const { environment, kind, names: [first = "", name = ""] } = parts;
    const through = kind === "rattachement" ? { through: address(environment, "compte-technique", first) } : {};
    return [{ structure: address(environment, "structure", name), tie, ...through }];
  });
