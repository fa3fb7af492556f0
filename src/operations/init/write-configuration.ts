import type { InitWords } from "../../messages/init-messages.ts";
import type { Language } from "../../messages/language.ts";
import { obeyedEscaped } from "../../model/obeyed-escaped.ts";
import type { Answers } from "./answers.ts";

/** The files of a first configuration by name: its YAML with a word on each line, and a list of clients where there is one. */
export const writeConfiguration = (answers: Answers, language: Language, { comments }: InitWords): Readonly<Record<string, string>> => {
  const { topology, piste, contact, telephone } = answers;
  const lines = [
    `# yaml-language-server: $schema=${SCHEMA}`,
    `# ${comments.head}`,
    "version: 1",
    noted(`language: ${language}`, comments.language),
    noted(`topology: ${topology}`, comments.topologies[topology]),
    noted(`piste: ${piste}`, comments.piste(piste)),
    ...(topology === "editeur" ? [`solution: { editeur: ${text(answers.editeur)}, nom: ${text(answers.solution)} }`] : [noted(`application: ${text(answers.application)}`, comments.application)]),
    noted("apis: [factures, structures, transverses, utilisateurs]", comments.apis),
    ...(topology === "direct" ? [noted("espaces: [factures-emises]", comments.espaces)] : []),
    noted(`contact: { nom: ${text(contact)}, email: ${piste}, telephone: ${text(telephone)} }`, comments.contact),
    "",
    ...BLOCKS[topology](answers, comments),
  ];
  const list = topology === "direct" ? {} : { "clients.csv": clientList(answers) };
  return { "chorus.config.yaml": lines.map((line) => `${line}\n`).join(""), ...list };
};

type Block = (answers: Answers, comments: InitWords["comments"]) => readonly string[];

const structures: Block = ({ name, siret }, comments) => [noted("structures:", comments.structures), `  ${name}: ${siret}`, ""];

const qualification: Block = ({ name, topology }, comments) => [
  `# ${comments.qualification}`,
  "# qualification:",
  `#   ${topology === "editeur" ? "pilote" : name}: 33254021516357`,
];

const clients = (comments: InitWords["comments"], more: readonly string[]): readonly string[] => [
  noted("clients:", comments.clients),
  "  from: clients.csv",
  ...more,
  "  espaces: [factures-emises]",
  "",
];

const BLOCKS: Readonly<Record<Answers["topology"], Block>> = {
  direct: (answers, comments) => [...structures(answers, comments), ...qualification(answers, comments)],
  concentrateur: (answers, comments) => [...structures(answers, comments), ...clients(comments, []), ...qualification(answers, comments)],
  editeur: (answers, comments) => [
    ...clients(comments, [noted(`  application: ${text(`${answers.solution} {code}`)}`, comments.template), noted("  secrets: chez-le-client", comments.atTheClient)]),
    ...qualification(answers, comments),
  ],
};

/** The first client; a concentrateur's own structure is none, so his list only has its columns. */
const clientList = ({ topology, name, siret }: Answers): string => `code;siret;nom\n${topology === "editeur" ? `${name};${siret};\n` : ""}`;

/** JSON is YAML; a plain word needs no quotes. */
const text = (value: string): string => (/^[\p{L}\p{N}][\p{L}\p{N} ._@-]*$/u.test(value) ? value : obeyedEscaped(JSON.stringify(value)));

const noted = (line: string, comment: string): string => `${line.padEnd(COLUMN - 1)} # ${comment}`;

/** As an installed package has it. */
const SCHEMA = "./node_modules/chorus-as-code/schemas/config.schema.json";
const COLUMN = 42;
