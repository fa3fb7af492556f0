import { groupBy } from "../model/group-by.ts";
import { isIdentifierType } from "../model/identifier.ts";
import type { Outcome } from "../piste/outcome.ts";
import { readPages } from "./read-pages.ts";
import { booleanAt, listAt, textAt } from "./read-body.ts";

/** One line of `monCompte/recuperer/rattachements`. */
export interface Attachment {
  readonly identifier: string;
  readonly identifierType: string | undefined;
  readonly structureId: string | undefined;
  readonly standing: "valid" | "not-valid" | "unclear";
  readonly designation: string | undefined;
  /** Codes of its active services that the account is attached to as well. */
  readonly services: readonly string[];
  /** `unclear`: where the word is that no description has. */
  readonly surprise?: string;
}

/** What an account is attached to, by identifier. */
export interface Attachments {
  /** The attachment to a structure: of several (refused, then asked again), the one that says most. */
  to(identifier: string, identifierType: string): Attachment | undefined;
  /** Those that are valid, by identifier: one for each structure. */
  valid(): readonly Attachment[];
  /** Identifiers of the structures that it reaches. */
  reach(): readonly string[];
}

/** All attachments of the calling account, page by page. */
export const readAttachments = async (send: (body: unknown) => Promise<Outcome>): Promise<Outcome<Attachments>> => {
  const outcome = await readLines(send);
  return outcome.ok ? { ...outcome, body: indexed(outcome.body) } : outcome;
};

const indexed = (read: readonly Attachment[]): Attachments => {
  const lines = read.map((line, index) => line.surprise === undefined ? line : { ...line, surprise: `${LIST}/${index % ATTACHMENTS_A_PAGE}/${line.surprise}` });
  const byIdentifier = groupBy(lines, ({ identifier }) => identifier);
  return {
    to: (sought, type) =>
      (byIdentifier.get(sought) ?? [])
        .filter(({ identifierType }) => identifierType === undefined || identifierType === type)
        .toSorted((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing))[0],
    valid: () => [...new Map(lines.filter(({ standing }) => standing === "valid").map((line) => [line.identifier, line])).values()].toSorted((a, b) => (a.identifier < b.identifier ? -1 : 1)),
    reach: () => [...new Set(lines.filter(({ standing }) => standing !== "not-valid").map(({ identifier }) => identifier))].toSorted(),
  };
};

const STANDINGS: readonly Attachment["standing"][] = ["valid", "unclear", "not-valid"];

const readLines = (send: (body: unknown) => Promise<Outcome>): Promise<Outcome<readonly Attachment[]>> =>
  readPages({
    send: (page) =>
      send({
        parametresRecherche: {
          nbResultatsParPage: ATTACHMENTS_A_PAGE,
          pageResultatDemandee: page,
          triColonne: "IdentifiantStructure",
          triSens: "Ascendant",
        },
      }),
    // The second name is that of an older description; the swagger's is the first.
    listOf: (body) => ({
      list: listAt(body, "listeStructureRattachement") ?? listAt(body, "listeRattachements"),
      at: LIST,
    }),
    toLine: toAttachment,
  });

const toAttachment = (line: unknown): Attachment | undefined => {
  const identifier = textAt(line, "identifiantStructure");
  if (identifier === undefined) return undefined;
  const type = textAt(line, "typeIdentifiantStructure");
  const structureId = textAt(line, "idStructure");
  // It may be the very structure that is asked about: that it is missing cannot be said.
  const told = { designation: textAt(line, "designationStructure") ?? textAt(line, "nomStructure"), services: servicesOf(line) };
  if (type !== undefined && !isIdentifierType(type)) {
    return { identifier, identifierType: undefined, structureId, standing: "unclear", surprise: "typeIdentifiantStructure", ...told };
  }
  const standing = standingOf(textAt(line, "statutRattachementStructure"));
  const attachment = { identifier, identifierType: type, structureId, standing, ...told };
  return standing === "unclear" ? { ...attachment, surprise: "statutRattachementStructure" } : attachment;
};

/** One array for all structures without services. */
const servicesOf = (line: unknown): readonly string[] => {
  const listed = listAt(line, "listeServicesRattache") ?? NO_SERVICES;
  if (listed.length === 0) return NO_SERVICES;
  return listed.flatMap((service) => (booleanAt(service, "estActif") === false ? [] : (textAt(service, "codeService") ?? [])));
};

const NO_SERVICES: readonly string[] = [];

/** The enum is not published: what integrators saw, in the forms in which they saw it. */
const standingOf = (status: string | undefined): Attachment["standing"] => {
  if (status === undefined || /^(ACTI(F|VE)|VALIDEE?)$/.test(status)) return "valid";
  return /^(EN_COURS_DE_VALIDATION|REFUSEE?|DESACTIVEE?|SUPPRIMEE?|INACTI(F|VE))$/.test(status) ? "not-valid" : "unclear";
};

const LIST = "/listeStructureRattachement";

/** Lines of one page. */
export const ATTACHMENTS_A_PAGE = 100;
