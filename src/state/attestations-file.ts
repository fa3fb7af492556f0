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
  const problems = entries.flatMap((entry, index) => ("problem" in entry ? [{ ...entry, index: String(index) }] : []));
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

type Entry = { readonly attestation: Attestation } | { readonly problem: Exclude<AttestationProblem, "list" | "conflict">; readonly value?: string };

const readEntry = (entry: unknown): Entry => {
  const record = isRecord(entry) ? entry : {};
  const text = (key: string): string | undefined => (typeof record[key] === "string" && record[key] !== "" ? record[key] : undefined);
  const [address, by, seen, accepted, covers] = [text("address"), text("by"), text("seen"), text("accepted"), text("covers")];
  const at = parseInstant(text("at") ?? "");
  const until = parseUntil(text("until") ?? "");
  if (address === undefined || !isAddress(address)) return { problem: "address" };
  if (by === undefined) return { problem: "by" };
  if (at === undefined) return defined({ problem: "at" as const, value: text("at") });
  if ((seen === undefined) === (accepted === undefined)) return { problem: "seen" };
  if (until === undefined) return defined({ problem: "until" as const, value: text("until") });
  if (covers === undefined) return { problem: "covers" };
  const evidence = readEvidence(record["evidence"]);
  if (evidence === "malformed") return { problem: "evidence" };
  const common = { address, by, at, until, covers, evidence: evidence?.reference };
  return { attestation: seen === undefined ? defined({ accepted: accepted ?? "", ...common }) : defined({ seen, ...common }) };
};

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
