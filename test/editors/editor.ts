import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node.js";

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Proposal {
  readonly label: string;
  /** What it writes, where `${1:word}` is a place to go to. */
  readonly writes: string;
}

export interface Complaint {
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** What somebody sees who has the YAML extension of VS Code, or of another editor: they share the server. */
export interface Editor {
  /** The text where `|` stands in it. */
  readonly hover: (text: string) => Promise<string>;
  readonly complete: (text: string) => Promise<readonly Proposal[]>;
  readonly complaints: (text: string) => Promise<readonly Complaint[]>;
  readonly close: () => void;
}

/** Over files of a folder that need not be on disk; what their first lines name must be. */
export const openEditor = async (folder: string): Promise<Editor> => {
  const child = spawn(process.execPath, [SERVER, "--stdio"], { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const waiting = new Map<string, (complaints: readonly Complaint[]) => void>();
  connection.onRequest("workspace/configuration", ({ items }: { readonly items: readonly { readonly section: string }[] }) => items.map(({ section }) => (section === "yaml" ? SETTINGS : {})));
  connection.onRequest("client/registerCapability", () => null);
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }: { readonly uri: string; readonly diagnostics: readonly Complaint[] }) => waiting.get(uri)?.(diagnostics));
  connection.listen();
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: CAPABILITIES });
  await connection.sendNotification("initialized", {});
  let opened = 0;
  const open = async (text: string): Promise<{ readonly uri: string; readonly seen: Promise<readonly Complaint[]> }> => {
    opened += 1;
    const { href: uri } = pathToFileURL(join(folder, `${opened}.yaml`));
    const seen = new Promise<readonly Complaint[]>((resolve) => waiting.set(uri, resolve));
    await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return { uri, seen };
  };
  const askAt = async <Answer>(what: string, text: string): Promise<Answer> => {
    const before = text.slice(0, text.indexOf("|")).split("\n");
    const { uri } = await open(text.replace("|", ""));
    const position: Position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return connection.sendRequest(`textDocument/${what}`, { textDocument: { uri }, position });
  };
  return {
    async hover(text) {
      const answer = await askAt<{ readonly contents: { readonly value: string } } | null>("hover", text);
      return answer?.contents.value ?? "";
    },
    async complete(text) {
      const { items } = await askAt<{ readonly items: readonly { readonly label: string; readonly insertText?: string; readonly textEdit?: { readonly newText: string } }[] }>("completion", text);
      return items.map(({ label, insertText, textEdit }) => ({ label, writes: textEdit?.newText ?? insertText ?? label }));
    },
    complaints: async (text) => (await open(text)).seen,
    close() {
      connection.dispose();
      child.kill();
    },
  };
};

const SERVER = join(dirname(createRequire(import.meta.url).resolve("yaml-language-server/package.json")), "bin/yaml-language-server");

/** Nothing from the network: a list of schemas for files of others. */
const SETTINGS = { schemaStore: { enable: false } };

const CAPABILITIES = {
  workspace: { configuration: true },
  textDocument: { completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ["markdown"] } },
};
