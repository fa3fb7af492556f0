/** The rules of ARCHITECTURE.md, as data: each is checked against the source and against a file that breaks it. */

export interface SourceFile {
  /** Below `src/`. */
  readonly path: string;
  readonly text: string;
}

export interface Rule {
  readonly name: string;
  /** What is wrong in a file; nothing where it keeps the rule. */
  check(file: SourceFile): readonly string[];
  /** A file that breaks it, to show that the check can fail. */
  readonly broken: SourceFile;
}

export const RULES: readonly Rule[] = [
  {
    name: "model, plan, kinds, diagnostics and catalogue are pure: no I/O, clock or randomness, nothing async",
    check: ({ path, text }) =>
      inFolder(path, "model", "plan", "kinds", "diagnostics", "catalogue")
        ? [
            ...importsOf(text)
              .filter((name) => name.startsWith("node:") && !["node:crypto", "node:path"].includes(name))
              .map((name) => `imports ${name}`),
            ...found(text, /\basync\b|\bawait\b|\bPromise</g, "is async"),
            ...found(text, /Math\.random|performance\.now|Date\.now|randomUUID|randomBytes/g, "reads a clock or draws"),
            ...importsOf(text)
              .filter((name) => /\/(piste|observe|config|state|apply|ports|views|operations|commands|simulator)\//.test(name))
              .map((name) => `imports ${name}`),
          ]
        : [],
    broken: { path: "plan/broken.ts", text: 'import { readFile } from "node:fs/promises";\nexport const late = async () => 1;' },
  },
  {
    name: "only cli.ts and ports touch process, fs, Date and the global fetch",
    check: ({ path, text }) =>
      path === "cli.ts" || inFolder(path, "ports")
        ? []
        : [
            ...found(text, /\bprocess\.(env|argv|exit|stdout|stderr|stdin|cwd|on|kill|hrtime)\b|from "node:process"/g, "touches process"),
            ...found(text, /from "node:fs(\/promises)?"|from "node:child_process"/g, "touches the machine"),
            ...(path === "model/instant.ts" ? found(text, /new Date\(\)|Date\.now/g, "reads the clock") : found(text, /\bnew Date\b|\bDate\.(now|parse|UTC)\b/g, "uses Date")),
            ...found(text, /(?<![.\w])fetch\(/g, "uses the global fetch"),
            ...found(text, /Math\.random|randomUUID/g, "draws"),
          ],
    broken: { path: "observe/broken.ts", text: "export const now = () => Date.now();" },
  },
  {
    name: "one door a library",
    check: ({ path, text }) =>
      importsOf(text).flatMap((name) => {
        const doors = DOORS[name.startsWith("ajv") ? "ajv" : name.split("/")[0] ?? name];
        if (doors === undefined || doors.some((door) => path === door || path.startsWith(door))) return [];
        return [`imports ${name}`];
      }),
    broken: { path: "observe/broken.ts", text: 'import { request } from "undici";' },
  },
  {
    name: "every library but commander and the small ones is loaded when first needed",
    check: ({ text }) =>
      [...text.matchAll(/^import (?!type)[^;]*? from "([^"]+)"/gm)]
        .map(([, name = ""]) => name)
        .filter((name) => ["undici", "pg", "@clack", "listr2", "yaml", "csv-parse", "tinyglobby"].includes(name.split("/")[0] ?? ""))
        .map((name) => `loads ${name} at once`),
    broken: { path: "config/broken.ts", text: 'import { parse } from "yaml";' },
  },
  {
    name: "only views and commands write to a stream, and nothing to the console",
    check: ({ path, text }) => [
      ...(inFolder(path, "views", "commands", "ports") || path === "cli.ts" || path === "program.ts"
        ? []
        : found(text, /\b(stdout|stderr)\.write\(/g, "writes to a stream")),
      ...found(text, /\bconsole\./g, "writes to the console"),
    ],
    broken: { path: "plan/broken.ts", text: 'console.log("plan");' },
  },
  {
    name: "the writing client exists only in piste and is made only for apply",
    check: ({ path, text }) =>
      inFolder(path, "piste") || path === "operations/apply.ts"
        ? []
        : found(text, /create-write-client\.ts|create-caller\.ts/g, "reaches for the writing client").filter(
            () => !(path === "operations/live.ts" && !text.includes("create-write-client")),
          ),
    broken: { path: "observe/broken.ts", text: 'import { createWriteClient } from "../piste/create-write-client.ts";' },
  },
  {
    name: "drift looks and records nothing: neither a store nor what writes to one is in its reach",
    check: ({ path, text }) =>
      inFolder(path, "plan/drift") || path === "operations/drift.ts" || path === "commands/drift.ts"
        ? importsOf(text)
            .filter((name) => /\/(record|record-received|file-store|apply|write-attestations|edit-attestations)\.ts$/.test(name))
            .map((name) => `imports ${name}`)
        : [],
    broken: { path: "commands/drift.ts", text: 'import { recordPlan } from "../operations/record.ts";' },
  },
  {
    name: "the simulator shares no code with the product, and only its command imports it",
    check: ({ path, text }) =>
      inFolder(path, "simulator")
        ? importsOf(text)
            .filter((name) => name.startsWith("../") && !isInside("simulator", path, name))
            .map((name) => `imports ${name}`)
        : importsOf(text)
            .filter((name) => name.includes("/simulator/") && !["commands/simulate.ts", "config/read-scenario.ts"].includes(path))
            .map((name) => `imports ${name}`),
    broken: { path: "simulator/broken.ts", text: 'import { plan } from "../plan/plan.ts";' },
  },
  {
    name: "only piste opens a connection, beside the simulator that listens",
    check: ({ path, text }) =>
      inFolder(path, "piste", "simulator")
        ? []
        : importsOf(text)
            .filter((name) => /^node:(dns|net|tls|http|https|http2|dgram)(\/|$)/.test(name))
            .map((name) => `imports ${name}`),
    broken: { path: "doctor/broken.ts", text: 'import { connect } from "node:net";' },
  },
  {
    name: "a secret is revealed only where a request is built",
    check: ({ path, text }) =>
      inFolder(path, "piste") || path === "model/secret.ts" ? [] : found(text, /\.reveal\(\)/g, "reveals a secret"),
    broken: { path: "views/broken.ts", text: "export const show = (secret) => secret.reveal();" },
  },
  {
    name: "the report's page asks nothing of the network or of Node, and makes text of what is said, never markup",
    check: ({ path, text }) =>
      path.startsWith("views/report/browser/")
        ? [
            ...importsOf(text).filter((name) => !name.startsWith(".")).map((name) => `imports ${name}`),
            ...found(text, /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|setHTMLUnsafe|srcdoc)\b/g, "makes markup"),
            ...found(text, /\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon|localStorage|sessionStorage|indexedDB|eval|Worker)\b/g, "reaches out"),
          ]
        : [
            ...importsOf(text).filter((name) => /\/browser\//.test(name)).map((name) => `imports ${name}`),
            ...found(text, /reference lib="dom"/g, "is of a browser"),
          ],
    broken: { path: "views/report/browser/broken.ts", text: "export const show = (on, name) => { on.innerHTML = name; };" },
  },
  {
    name: "no barrels: a file that only re-exports is index.ts alone",
    check: ({ path, text }) => (path === "index.ts" ? [] : found(text, /^export (\*|\{[^}]*\}) from /gm, "re-exports")),
    broken: { path: "plan/index.ts", text: 'export * from "./plan.ts";' },
  },
  {
    name: "layers point one way",
    check: ({ path, text }) => {
      const folder = path.includes("/") ? (path.split("/")[0] ?? "") : "";
      const forbidden = FORBIDDEN[folder] ?? [];
      return importsOf(text)
        .filter((name) => forbidden.some((other) => new RegExp(`^(\\.\\./)+${other}/`).test(name)))
        .map((name) => `imports ${name}`);
    },
    broken: { path: "piste/broken.ts", text: 'import { plan } from "../plan/plan.ts";' },
  },
  {
    name: "files stay readable: none above 250 lines",
    check: ({ text }) => (text.split("\n").length > 250 ? [`has ${text.split("\n").length} lines`] : []),
    broken: { path: "plan/broken.ts", text: "\n".repeat(251) },
  },
];

/** Who may import a library. A folder ends in a slash. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  commander: ["program.ts"],
  listr2: ["views/progress.ts", "views/progress/"],
  "@clack": ["ports/node-conversation.ts"],
  undici: ["piste/transport.ts"],
  pg: ["state/postgres/connect.ts"],
  ajv: ["config/"],
  yaml: ["config/", "state/write-attestations.ts", "state/edit-attestations.ts", "state/edit-flow-attestations.ts"],
  "csv-parse": ["config/"],
  diff: ["views/"],
  "escape-html": ["views/"],
  preact: ["simulator/portals/"],
  "preact-render-to-string": ["simulator/portals/layout.tsx"],
  tinyglobby: ["ports/"],
  "fastest-levenshtein": ["config/closest.ts"],
};

/** What a folder may not import: the flow goes from left to right, from input to output. */
const FORBIDDEN: Readonly<Record<string, readonly string[]>> = {
  ports: ["config", "plan", "kinds", "observe", "piste", "state", "apply", "operations", "commands", "views", "messages"],
  piste: ["config", "plan", "kinds", "observe", "state", "apply", "operations", "commands", "views", "messages"],
  doctor: ["config", "observe", "state", "apply", "operations", "commands", "views", "messages"],
  observe: ["config", "plan", "doctor", "state", "apply", "operations", "commands", "views", "messages"],
  state: ["observe", "piste", "apply", "operations", "commands", "views", "messages"],
  config: ["plan", "kinds", "observe", "state", "apply", "operations", "commands", "views"],
  apply: ["config", "state", "operations", "commands", "views", "messages"],
  operations: ["commands", "views", "library"],
  commands: ["library"],
  library: ["commands"],
  messages: ["observe", "piste", "state", "operations", "commands", "views"],
  views: ["observe", "piste", "state", "config", "operations", "commands"],
};

const inFolder = (path: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(`${folder}/`));

const importsOf = (text: string): readonly string[] => [
  ...[...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;"']*?from\s+"([^"]+)"/g)].map(([, name = ""]) => name),
  ...[...text.matchAll(/\bimport\("([^"]+)"\)/g)].map(([, name = ""]) => name),
];

const found = (text: string, pattern: RegExp, what: string): readonly string[] => {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
  const match = pattern.exec(code);
  pattern.lastIndex = 0;
  return match === null ? [] : [`${what}: ${match[0].trim()}`];
};

const isInside = (folder: string, path: string, name: string): boolean => {
  const up = name.split("/").filter((part) => part === "..").length;
  return path.split("/").length - 1 - up >= 1 && path.startsWith(`${folder}/`);
};
