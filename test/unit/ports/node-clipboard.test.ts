import { expect, it } from "vitest";
import { copyText } from "../../../src/ports/node-clipboard.ts";
import { nodeProcesses } from "../../../src/ports/node-processes.ts";

const copy = async (platform: string, variables: Readonly<Record<string, string>>, works: (command: string) => boolean = () => true) => {
  const fed: string[] = [];
  const written: string[] = [];
  const feed = async ([file = ""]: readonly string[], text: string): Promise<boolean> => {
    fed.push(`${file} ${text}`);
    return works(file);
  };
  const done = await copyText("Élodie 732", { variables, processes: { platform, feed }, write: (text) => void written.push(text) });
  return { done, fed, written: written.join("") };
};

it.each([
  ["darwin", {}, ["pbcopy Élodie 732"]],
  ["linux", { WAYLAND_DISPLAY: "wayland-0", DISPLAY: ":0" }, ["wl-copy Élodie 732"]],
  ["linux", { DISPLAY: ":0" }, ["xclip Élodie 732"]],
])("asks the terminal, and the person's own machine: %s %o", async (platform, variables, commands) => {
  const { done, fed, written } = await copy(platform, variables);
  expect([done, fed]).toEqual(["copied", commands]);
  expect(written).toBe(`\u001B]52;c;${Buffer.from("Élodie 732").toString("base64")}\u0007`);
});

it("tries one command after the other, and says where only the terminal was asked", async () => {
  expect((await copy("linux", { DISPLAY: ":0" }, (command) => command === "xsel")).fed).toEqual(["xclip Élodie 732", "xsel Élodie 732"]);
  expect(await copy("linux", { DISPLAY: ":0" }, () => false)).toMatchObject({ done: "sent" });
  expect(await copy("linux", {})).toMatchObject({ done: "sent", fed: [] });
  expect(await copy("darwin", { SSH_CONNECTION: "1 2 3 4" })).toMatchObject({ done: "sent", fed: [] });
});

it("feeds a command and says whether it ended well", async () => {
  const node = (script: string): Promise<boolean> => nodeProcesses.feed([process.execPath, "-e", script], "text");
  expect(await node('process.stdin.on("data", (data) => process.exit(String(data) === "text" ? 0 : 1))')).toBe(true);
  expect(await node("process.exit(1)")).toBe(false);
  expect(await nodeProcesses.feed(["chorus-no-such-command"], "text")).toBe(false);
});
