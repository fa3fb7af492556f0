import { describe, expect, test } from "vitest";
import { openUrl } from "../../../src/commands/open-url.ts";
import type { EnvironmentVariables } from "../../../src/ports/ports.ts";
import { nodeProcesses } from "../../../src/ports/node-processes.ts";

const PORTAL = "https://portail.chorus-pro.gouv.fr";

interface Desk {
  readonly platform?: string;
  readonly isTerminal?: boolean;
  readonly variables?: EnvironmentVariables;
  readonly starts?: boolean;
}

const desk = ({ platform = "linux", isTerminal = true, variables = {}, starts = true }: Desk = {}) => {
  const launched: (readonly string[])[] = [];
  const output = { isTerminal, width: undefined, write: () => undefined };
  return {
    launched,
    ports: {
      variables,
      terminal: { stdout: output, stderr: output, ask: async () => undefined },
      processes: {
        ...nodeProcesses,
        platform,
        launch: async (command: readonly string[]) => {
          launched.push(command);
          return starts;
        },
      },
    },
  };
};

describe("opening a portal", () => {
  test.each([
    ["linux", ["xdg-open", PORTAL]],
    ["darwin", ["open", PORTAL]],
    ["win32", ["cmd", "/c", "start", "", PORTAL]],
    ["freebsd", ["xdg-open", PORTAL]],
  ])("on %s", async (platform, command) => {
    const { ports, launched } = desk({ platform });
    expect(await openUrl(PORTAL, ports)).toBe(true);
    expect(launched).toEqual([command]);
  });

  test("is left to the person in CI, without a terminal, and where nothing can open it", async () => {
    for (const options of [{ variables: { CI: "true" } }, { isTerminal: false }]) {
      const { ports, launched } = desk(options);
      expect(await openUrl(PORTAL, ports)).toBe(false);
      expect(launched).toEqual([]);
    }
    expect(await openUrl(PORTAL, desk({ starts: false }).ports)).toBe(false);
  });

  test.each(["https://example.org", "http://piste.gouv.fr", `${PORTAL}/"&calc`, "file:///etc/passwd", "javascript:alert(1)"])("never opens %s", async (url) => {
    const { ports, launched } = desk();
    await expect(openUrl(url, ports)).rejects.toThrow(TypeError);
    expect(launched).toEqual([]);
  });

  test("a command that does not exist is told, not thrown", async () => {
    expect(await nodeProcesses.launch(["chorus-no-such-command"])).toBe(false);
    expect(await nodeProcesses.launch([process.execPath, "-e", ""])).toBe(true);
  });
});
