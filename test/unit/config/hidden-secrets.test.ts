import { createColors } from "picocolors";
import { describe, expect, it } from "vitest";
import { loadConfiguration } from "../../../src/config/load.ts";
import { renderDiagnosticsText } from "../../../src/views/diagnostics.ts";
import { DIRECT } from "../../support/direct.ts";

const SECRET = "hunter2canary";

const shownFor = async (texts: Readonly<Record<string, string>>): Promise<string> => {
  const { diagnostics } = await loadConfiguration({
    entry: "chorus.config.yaml",
    files: {
      read: async (path) => new TextEncoder().encode(texts[path] ?? ""),
      stat: async (path) => (texts[path] === undefined ? undefined : { size: texts[path].length, mode: 0o644 }),
      glob: async () => [],
    },
  });
  expect(diagnostics.length).toBeGreaterThan(0);
  return renderDiagnosticsText(diagnostics, { language: "fr", palette: createColors(false), width: 200 });
};

describe("a secret that was written where none may be is in no line that is shown", () => {
  it.each([
    `secrets: { clientSecret: { value: ${SECRET} } }`,
    `secrets:\n  clientSecret:\n    value: ${SECRET}`,
    `secrets: { password: ${SECRET} }`,
    `secrets: { password: [${SECRET}] }`,
    `secrets: ${SECRET}`,
    `password: [${SECRET}: : }`,
    `secret: [${SECRET}, {a: ${SECRET}}]`,
    `jeton: { v: ${SECRET} }`,
    `cproAccount: ${SECRET}`,
    `authorization: Bearer ${SECRET}`,
    `environments: { production: { endpoints: { oauth: "https://u:${SECRET}@host/", api: "https://u:${SECRET}@host/" }, x: 1 } }`,
    `x: &a ${SECRET}\npassword: *a`,
    `qualification: { siege: { identifiant: 33254021516357, password: ${SECRET}, cle: ${SECRET} } }`,
    `nimporte: ${SECRET}`,
    `password: "${SECRET}\n`,
    `password: |\n  ${SECRET}\n`,
  ])("%s", async (lines) => {
    expect(await shownFor({ "chorus.config.yaml": `${DIRECT}${lines}\n` })).not.toContain(SECRET);
  });

  it("nor a cell beyond the columns of a list of clients", async () => {
    const config = DIRECT.replace("topology: direct", "topology: concentrateur");
    const clients = `code;siret;nom\nC1;73282932000082;Menuiserie;${SECRET}\n`;
    const shown = await shownFor({ "chorus.config.yaml": `${config}clients: { from: clients.csv }\n`, "clients.csv": clients });
    expect(shown).toContain("CHR-CSV-COLUMNS");
    expect(shown).not.toContain(SECRET);
  });
});
