import { join } from "node:path";
import type { YamlNodes } from "../config/parse-full-yaml.ts";
import { parseYaml } from "../config/parse-yaml.ts";
import { readText } from "../config/read-text.ts";
import { placeOf } from "../config/yaml-place.ts";
import type { AttestationProblem, CodeArguments } from "../diagnostics/codes.ts";
import { diagnostic, type Diagnostic, type Location } from "../diagnostics/diagnostic.ts";
import { isAddress, type Address } from "../model/address.ts";
import type { Attestation, Attestations, EvidenceReference } from "../model/attestation.ts";
import { meantDay } from "../model/day.ts";
import { defined } from "../model/defined.ts";
import { isRecord } from "../model/is-record.ts";
import { parseInstant, parseUntil } from "../model/instant.ts";
import type { Files } from "../ports/ports.ts";

export interface ReadAttestations {
  readonly attestations: Attestations;
  readonly diagnostics: readonly Diagnostic[];
  /** Where a key of the word on an address is written; absent where nobody said anything. */
  readonly placeOf?: (address: Address, key: string) => Promise<Location>;
}

/** What people said, as kept beside the configuration. No file is no word. The newest word on an address counts. */
export const readAttestations = async (folder: string, files: Pick<Files, "read" | "stat">): Promise<ReadAttestations> => {
  const file = join(folder, ATTESTATIONS_FILE);
  if ((await files.stat(file)) === undefined) return { attestations: new Map(), diagnostics: [] };
  const read = await readText(files, { file, limitMb: 64, missing: "CHR-CONFIG-NOT-FOUND", legacy: false });
  if (read.source === undefined) return { attestations: new Map(), diagnostics: [read.diagnostic] };
  const conflict = CONFLICT.exec(read.source.text);
  if (conflict !== null) return { attestations: new Map(), diagnostics: [problemAt({ problem: "conflict" }, read.source.at(conflict.index, conflict.index + 7))] };
  const { parsed, diagnostics } = await parseYaml(read.source);
  if (parsed === undefined) {
    // Nobody said anything yet.
    return { attestations: new Map(), diagnostics: diagnostics.filter(({ code }) => code !== "CHR-CONFIG-EMPTY-FILE") };
  }
  if (!Array.isArray(parsed.data)) return { attestations: new Map(), diagnostics: [malformed(await parsed.nodes(), [], "list")] };
  const entries = parsed.data.map((entry) => readEntry(entry));
  const problems = entries.flatMap((entry, index) => ("problems" in entry ? entry.problems.map((one) => ({ ...one, index: String(index) })) : []));
  const nodes = problems.length === 0 ? undefined : await parsed.nodes();
  const given = entries.flatMap((entry, index) => ("attestation" in entry ? [{ index, attestation: entry.attestation }] : []));
  const byAge = given.toSorted(({ attestation: a }, { attestation: b }) => (a.at < b.at ? -1 : 1));
  const places = new Map(byAge.map(({ index, attestation: { address } }) => [address, String(index)]));
  return {
    attestations: new Map(byAge.map(({ attestation }) => [attestation.address, attestation])),
    placeOf: async (address, key) => placeOf(await parsed.nodes(), [places.get(address) ?? "", key], "value"),
    diagnostics: [...diagnostics, ...problems.flatMap(({ index, problem, value }) => (nodes === undefined ? [] : [malformed(nodes, [index, problem], problem, value)]))],
  };
};

type Entry = { readonly attestation: Attestation } | { readonly problems: readonly Problem[] };

interface Problem {
  readonly problem: Exclude<AttestationProblem, "list" | "conflict">;
  readonly value?: string;
}

/** A word, or all that is wrong with it. */
const readEntry = (entry: unknown): Entry => {
  const record = isRecord(entry) ? entry : {};
  const text = (key: string): string | undefined => (typeof record[key] === "string" && record[key] !== "" ? record[key] : undefined);
  const [address, by, seen, accepted, covers] = [text("address"), text("by"), text("seen"), text("accepted"), text("covers")];
  const at = parseInstant(text("at") ?? "");
  const until = parseUntil(text("until") ?? "");
  const evidence = readEvidence(record["evidence"]);
  const known = address !== undefined && isAddress(address) ? address : undefined;
  const word = seen === undefined ? accepted : accepted === undefined ? seen : undefined;
  if (known === undefined || by === undefined || at === undefined || word === undefined || until === undefined || covers === undefined || evidence === "malformed") {
    const found = { address: known, by, at, seen: word, until, covers, evidence: evidence === "malformed" ? undefined : true };
    const values = { at: text("at"), until: text("until") };
    const missing = PROBLEMS.filter((key) => found[key] === undefined);
    return { problems: missing.map((problem) => defined({ problem, value: problem === "at" || problem === "until" ? values[problem] : undefined })) };
  }
  const common = { address: known, by, at, until, covers, evidence: evidence?.reference };
  return { attestation: seen === undefined ? defined({ accepted: word, ...common }) : defined({ seen, ...common }) };
};

/** In the order in which a word is written. */
const PROBLEMS: readonly Problem["problem"][] = ["address", "by", "at", "seen", "until", "covers", "evidence"];

/** A ticket or a URI as it is written, or a file with its digest. */
const readEvidence = (given: unknown): { readonly reference: EvidenceReference } | "malformed" | undefined => {
  if (given === undefined || given === "") return undefined;
  if (typeof given === "string") return { reference: given };
  if (!isRecord(given)) return "malformed";
  const { file, sha256 } = given;
  if (typeof file !== "string" || file === "" || typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) return "malformed";
  return { reference: { file, sha256 } };
};

const malformed = (nodes: YamlNodes, path: readonly string[], problem: AttestationProblem, value?: string): Diagnostic =>
  problemAt(defined({ problem, value, fix: meantDay(value ?? "") }), placeOf(nodes, path, "value"));

const problemAt = (given: CodeArguments["CHR-ATTESTATION-FORM"], where: Location): Diagnostic =>
  diagnostic("CHR-ATTESTATION-FORM", "error", given, where);

/** Where Git leaves the words of one side, the other and both to who merges. */
const CONFLICT = /^(<{7}|={7}|>{7})(?=[ \r\n]|$)/m;

export const ATTESTATIONS_FILE = "chorus.attestations.yaml";
