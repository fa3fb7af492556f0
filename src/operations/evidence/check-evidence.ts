import { basename, relative, resolve } from "node:path";
import { ChorusError } from "../../diagnostics/chorus-error.ts";
import type { CodeArguments } from "../../diagnostics/codes.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { EvidenceReference } from "../../model/attestation.ts";
import type { Ports } from "../../ports/ports.ts";
import { readEvidenceFile } from "../../state/evidence-file.ts";
import type { Project } from "../open-project.ts";
import { isNamedAsConnectionDetails, speaksOfConnection } from "./connection-details.ts";
import { createSecretSearch, type SecretPorts } from "./known-secrets.ts";
import { tellsPassword } from "./tells-password.ts";
import { textOf } from "./text-of.ts";

export interface GivenEvidence {
  /** What the person typed, by option. */
  readonly texts: Readonly<Record<string, string | undefined>>;
  /** A ticket, a URI, or a file's path from `cwd`. */
  readonly evidence: string | undefined;
  readonly cwd: string;
}

export interface CheckedEvidence {
  readonly reference: EvidenceReference;
  /** Nothing here can look into the file: only its name was judged. */
  readonly isUnread?: true;
}

/**
 * What a word rests on, as it is written beside it: a file by its digest. Throws where a text or the file tells a
 * password or holds a secret: what is attested goes into Git. So does a document that cannot be read and that name or
 * words bring near a connection; that a picture was not read is told.
 */
export const checkEvidence = async (
  project: Pick<Project, "desired" | "folder">,
  ports: SecretPorts & Pick<Ports, "files">,
  { texts, evidence, cwd }: GivenEvidence,
): Promise<CheckedEvidence | undefined> => {
  const holdsSecret = await createSecretSearch(project, ports);
  const checkText = (subject: string, text: string): void => {
    if (holdsSecret(text)) throw refused(subject, "known-secret");
    if (tellsPassword(text)) throw refused(subject, "password");
  };
  for (const [option, text] of Object.entries({ ...texts, "--evidence": evidence })) checkText(option, text ?? "");
  if (evidence === undefined || evidence.trim() === "") return undefined;
  const path = resolve(cwd, evidence);
  if (!FILE_NAME.test(evidence) && (await ports.files.stat(path)) === undefined) return { reference: evidence };
  if (isNamedAsConnectionDetails(path)) throw refused(evidence, "connection-details");
  const read = await readEvidenceFile(project.folder, path, ports.files);
  if (typeof read === "string") throw new ChorusError([diagnostic("CHR-EVIDENCE-FILE", "error", { file: evidence, problem: read })]);
  const found = textOf(read.bytes);
  checkText(evidence, found.text);
  const isUnread = found.read === "none";
  if (isUnread && found.isImage !== true && [basename(path), ...Object.values(texts)].some((text) => speaksOfConnection(text ?? ""))) throw refused(evidence, "unread");
  return { reference: { file: relative(project.folder, path).replaceAll("\\", "/"), sha256: read.sha256 }, ...(isUnread ? { isUnread } : {}) };
};

const refused = (subject: string, problem: CodeArguments["CHR-EVIDENCE-SECRET"]["problem"]): ChorusError =>
  new ChorusError([diagnostic("CHR-EVIDENCE-SECRET", "error", { subject, problem })]);

/** No ticket is called so: where there is no such file, that is a slip. */
const FILE_NAME = /^(?!\w+:\/\/).*\.(png|jpe?g|gif|pdf|txt|md|eml|msg|html?|csv|docx?|odt|xlsx?|ods|zip|rtf|webp|bmp|tiff?)$/i;
