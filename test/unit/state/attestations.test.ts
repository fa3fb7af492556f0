import { writeFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { diffLines } from "diff";
import { describe, expect, it } from "vitest";
import { ChorusError } from "../../../src/diagnostics/chorus-error.ts";
import { address } from "../../../src/model/address.ts";
import type { Attestation, Sighting } from "../../../src/model/attestation.ts";
import { toInstant } from "../../../src/model/instant.ts";
import { nodeClock } from "../../../src/ports/node-clock.ts";
import { nodeFiles } from "../../../src/ports/node-files.ts";
import { nodeProcesses } from "../../../src/ports/node-processes.ts";
import { ATTESTATIONS_FILE, readAttestations } from "../../../src/state/attestations-file.ts";
import { writeAttestations } from "../../../src/state/write-attestations.ts";
import { temporaryFolder } from "../../support/files.ts";

const word = (name: string, seen = "écran Consulter, ligne EXEMPLE", at = "2026-11-24T09:12:00Z"): Sighting => ({
  address: address("production", "raccordement", "principale", name),
  by: "Direction financière",
  at: at as Sighting["at"],
  seen,
  evidence: "TICKET-12",
  until: "2027-11-24T09:12:00Z" as Sighting["until"],
  covers: "0123456789abcdef",
});

const ports = { files: nodeFiles, clock: nodeClock, processes: nodeProcesses };
const folderWith = (text?: string): string => {
  const folder = temporaryFolder();
  if (text !== undefined) writeFileSync(join(folder, ATTESTATIONS_FILE), text);
  return folder;
};
const textIn = (folder: string): string => readFileSync(join(folder, ATTESTATIONS_FILE), "utf8");
const wordsIn = async (folder: string) => [...(await readAttestations(folder, nodeFiles)).attestations.values()];

const entry = (more: Record<string, string> = {}): string => {
  const fields: Record<string, string> = { address: "production/raccordement/principale/siege", by: "Marie", at: "2026-11-24T09:12:00Z", seen: "écran", until: "2027-11-24T09:12:00Z", covers: "0123456789abcdef", ...more };
  return `- ${Object.entries(fields).filter(([, value]) => value !== "").map(([key, value]) => `${key}: ${value}`).join("\n  ")}\n`;
};

describe("reading", () => {
  it("takes no file for no word", async () => {
    expect(await readAttestations(folderWith(), nodeFiles)).toEqual({ attestations: new Map(), diagnostics: [] });
  });

  it.each([["an empty list", "[]\n"], ["an empty file", ""], ["a file of comments", "# rien encore\n"]])("%s is no word either", async (_, text) => {
    const { attestations, diagnostics } = await readAttestations(folderWith(text), nodeFiles);
    expect(attestations.size).toBe(0);
    expect(diagnostics).toEqual([]);
  });

  it("takes the newest word on an address", async () => {
    const folder = folderWith(entry({ by: "nouveau", at: "2026-11-25T00:00:00Z" }) + entry({ by: "ancien" }));
    expect((await wordsIn(folder)).map(({ by }) => by)).toEqual(["nouveau"]);
  });

  it.each(["address", "by", "at", "seen", "until", "covers"])("places an entry without its %s, and reads the others", async (key) => {
    const folder = folderWith(entry({ address: "production/raccordement/principale/lyon" }) + entry({ [key]: "" }));
    const { attestations, diagnostics } = await readAttestations(folder, nodeFiles);
    expect(attestations.size).toBe(1);
    expect(diagnostics.map(({ code, arguments: given, where }) => [code, given, where?.file === join(folder, ATTESTATIONS_FILE), (where?.line ?? 0) >= 7])).toEqual([
      ["CHR-ATTESTATION-FORM", { problem: key }, true, true],
    ]);
  });

  it.each([
    ["address", "siege"],
    ["address", "production/nonsense/siege"],
    ["at", "hier"],
    ["until", "bientôt"],
    ["evidence", "[TICKET-1]"],
    ["evidence", "{ file: preuve.png, sha256: abc }"],
  ])("refuses %s: %s", async (key, value) => {
    const { diagnostics } = await readAttestations(folderWith(entry({ [key]: value })), nodeFiles);
    expect(diagnostics.map(({ arguments: given, where }) => [(given as { problem: string }).problem, where?.line])).toEqual([[key, key === "address" ? 1 : key === "at" ? 3 : key === "until" ? 5 : 7]]);
  });

  it.each([
    ["01/02/2027", "2027-02-01"], ["12-01-2027", "2027-01-12"], ["2027-02-31", undefined], ["2027-06", undefined], ["2027", undefined], ["2027-06-30T23:00", undefined],
  ])("refuses the date %s, which is not the same everywhere, and says the day that it may be", async (value, fix) => {
    for (const key of ["at", "until"]) {
      const { attestations, diagnostics } = await readAttestations(folderWith(entry({ [key]: value })), nodeFiles);
      expect(attestations.size).toBe(0);
      expect(diagnostics.map(({ arguments: given, where }) => [given, where?.line])).toEqual([[{ problem: key, value, ...(fix === undefined ? {} : { fix }) }, key === "at" ? 3 : 5]]);
    }
  });

  it("says that Git left a conflict there", async () => {
    const text = `${entry()}<<<<<<< HEAD\n${entry({ by: "une" })}=======\n${entry({ by: "autre" })}>>>>>>> branche\n`;
    const { diagnostics } = await readAttestations(folderWith(text), nodeFiles);
    expect(diagnostics.map(({ code, arguments: given, where }) => [code, given, where?.line])).toEqual([["CHR-ATTESTATION-FORM", { problem: "conflict" }, 7]]);
  });

  it("tells a difference that is accepted from what was seen, and refuses a word that is both or neither", async () => {
    const [read] = await wordsIn(folderWith(entry({ seen: "", accepted: "marché repris en janvier" })));
    expect(read).toMatchObject({ accepted: "marché repris en janvier" });
    expect(read).not.toHaveProperty("seen");
    const { diagnostics } = await readAttestations(folderWith(entry({ accepted: "aussi" })), nodeFiles);
    expect(diagnostics.map(({ arguments: given }) => given)).toEqual([{ problem: "seen" }]);
  });

  it("says all that an entry lacks at once", async () => {
    const { diagnostics } = await readAttestations(folderWith(entry({ by: "", until: "", covers: "" })), nodeFiles);
    expect(diagnostics.map(({ arguments: given }) => given)).toEqual([{ problem: "by" }, { problem: "until" }, { problem: "covers" }]);
  });

  it("refuses what is no list, and what is no YAML", async () => {
    expect((await readAttestations(folderWith("address: x\n"), nodeFiles)).diagnostics.map(({ code }) => code)).toEqual(["CHR-ATTESTATION-FORM"]);
    expect((await readAttestations(folderWith("- a: [\n"), nodeFiles)).diagnostics.length).toBeGreaterThan(0);
  });
});

describe("writing", () => {
  it.each([["no file", undefined], ["an empty file", ""], ["an empty list", "[]\n"], ["an empty text", "# rien\n\"\" # encore\n"], ["a marked document", "---\n# rien\n"]])("begins in %s", async (_, text) => {
    const folder = folderWith(text);
    await writeAttestations(folder, ports, [word("siege"), word("lyon", 'avec "guillemets" : et # croisillon\net une ligne')]);
    expect(await wordsIn(folder)).toEqual([word("siege"), word("lyon", 'avec "guillemets" : et # croisillon\net une ligne')]);
  });

  it("keeps a file of evidence with its digest, and an accepted difference", async () => {
    const folder = folderWith(`# pour lyon\n${entry({ address: "production/raccordement/principale/lyon" })}`);
    const { seen: _, ...common } = word("siege");
    const given = { ...common, accepted: "contrat en cours", evidence: { file: "preuves/écran.png", sha256: "0".repeat(64) } };
    await writeAttestations(folder, ports, [given]);
    expect(textIn(folder)).toContain("# pour lyon");
    expect((await wordsIn(folder)).at(-1)).toEqual(given);
  });

  it("keeps comments, order and what it does not know of", async () => {
    const text = `# en-tête\n${entry({ address: "production/raccordement/principale/a", vu: "x" })}# pour siege\n${entry()}# à la fin\n`;
    const folder = folderWith(text);
    await writeAttestations(folder, ports, [word("nantes")]);
    const after = textIn(folder);
    for (const line of text.trim().split("\n").filter((one) => one !== "# à la fin")) expect(after).toContain(line);
    expect(after).toContain("# à la fin");
    expect((await wordsIn(folder)).map(({ address: of }) => of.split("/")[3])).toEqual(["a", "siege", "nantes"]);
  });

  it("puts a word in the place of the older one on the same address, under its comment", async () => {
    const folder = folderWith(`# pour siege\n${entry()}# pour lyon\n${entry({ address: "production/raccordement/principale/lyon" })}`);
    await writeAttestations(folder, ports, [word("siege", "revu", "2026-12-01T00:00:00Z")]);
    const after = textIn(folder);
    expect(after.indexOf("# pour siege")).toBeLessThan(after.indexOf("revu"));
    expect(after.indexOf("revu")).toBeLessThan(after.indexOf("# pour lyon"));
    expect(after).not.toContain("Marie\n  at: 2026-11-24T09:12:00Z\n  seen: écran\n# pour lyon");
    expect((await wordsIn(folder)).map((one) => ("seen" in one ? one.seen : "")).toSorted()).toEqual(["revu", "écran"]);
  });

  it("counts also where it is dated before older ones, of which there may be several", async () => {
    const folder = folderWith(entry() + entry({ at: "2026-11-23T00:00:00Z" }));
    await writeAttestations(folder, ports, [word("siege", "revu", "2026-11-01T00:00:00Z")]);
    expect((await wordsIn(folder)).map((one) => ("seen" in one ? one.seen : ""))).toEqual(["revu"]);
  });

  it("writes the same bytes the second time", async () => {
    const folder = folderWith(`# en-tête\n${entry()}`);
    await writeAttestations(folder, ports, [word("lyon")]);
    const once = textIn(folder);
    await writeAttestations(folder, ports, [word("lyon")]);
    expect(textIn(folder)).toBe(once);
  });
});

describe("changing what somebody wrote", () => {
  const SIEGE = [
    "# en-tête",
    "",
    "- address: production/raccordement/principale/siege   # celle du siège",
    "  # vu avec Marie",
    "  by: 'Direction financière'",
    "  at: 2026-11-24T09:12:00Z",
    "  seen: \"écran\"   # ticket à part",
    "  until: 2027-11-24T09:12:00Z",
    "  covers:   0123456789abcdef",
    "  note: à nous",
    "",
    "# pour lyon",
    "- address: production/raccordement/principale/lyon",
    "  by: Marie",
    "  at: 2026-11-24",
    "  seen: |",
    "    un écran",
    "    et un autre",
    "  until: 2027-11-24",
    "  covers: 0123456789abcdef",
    "# à la fin",
  ];
  const changes = async (eol: string, end: string, ...given: readonly Attestation[]) => {
    const before = SIEGE.join(eol) + end;
    const folder = folderWith(before);
    await writeAttestations(folder, ports, given);
    const after = textIn(folder);
    expect((await readAttestations(folder, nodeFiles)).diagnostics).toEqual([]);
    expect((await wordsIn(folder)).filter(({ address: of }) => given.some((one) => one.address === of))).toEqual(expect.arrayContaining([...given]));
    return diffLines(before, after).filter(({ added, removed }) => added || removed).map(({ added, value }) => `${added ? "+" : "-"}${value.replaceAll(eol, "|")}`);
  };

  describe.each([["LF", "\n", "\n"], ["CRLF", "\r\n", "\r\n"], ["LF without an end", "\n", ""], ["CRLF without an end", "\r\n", ""]])("%s", (_, eol, end) => {
    it("changes the values that differ and nothing else", async () => {
      const { evidence: _none, ...given } = word("siege", "revu", "2026-12-01T00:00:00Z") as Sighting & { evidence: string };
      expect(await changes(eol, end, given)).toEqual([
        "-  at: 2026-11-24T09:12:00Z|  seen: \"écran\"   # ticket à part|",
        "+  at: 2026-12-01T00:00:00Z|  seen: revu   # ticket à part|",
      ]);
    });

    it("adds and takes away keys in their place", async () => {
      const { address: of, by, at, until, covers } = word("siege");
      expect(await changes(eol, end, { address: of, by, at, accepted: "cédé : en janvier", until, evidence: { file: "a.png", sha256: "0".repeat(64) }, covers })).toEqual([
        "-  seen: \"écran\"   # ticket à part|",
        '+  accepted: "cédé : en janvier"|',
        `+  evidence:|    file: a.png|    sha256: "${"0".repeat(64)}"|`.replaceAll('"', ""),
      ]);
    });

    it("puts a text of several lines in the place of another, and a new word at the end", async () => {
      const { evidence: _, ...given } = word("lyon", "une ligne\net une autre");
      const changed = await changes(eol, end, given);
      expect(changed.join("")).not.toMatch(/siege|covers|# /);
      const added = await changes(eol, end, word("nantes"));
      expect(added.filter((one) => one.startsWith("-")).length).toBe(end === "" ? 1 : 0);
      expect(added.at(-1)).toContain("principale/nantes|  by: Direction financière|");
    });
  });

  it("leaves alone a file that is no list", async () => {
    for (const text of ["address: x\n", "- a: [\n"]) {
      const folder = folderWith(text);
      await expect(writeAttestations(folder, ports, [word("siege")])).rejects.toThrow(ChorusError);
      expect(textIn(folder)).toBe(text);
    }
  });

  it("keeps a list in braces as it is written, but for the entries that change", async () => {
    const lyon = "{address: production/raccordement/principale/lyon, by: 'Marie', at: 2026-11-24, seen: vu, until: 2027-11-24, covers: '0'}";
    const siege = "{ address: production/raccordement/principale/siege, by: M, at: 2026-01-01, seen: vu, until: 2027-01-01, covers: '0', note: à nous }";
    for (const [from, to] of [["# nos mots\n[\n  ", "  # fin\n]\n"], ["# nos mots\n  - ", "  # fin\n"], ["# nos mots\r\n- ", "  # fin"]] as const) {
      const between = from.endsWith("- ") ? `   # lyon${from.slice(from.search(/\r?\n/))}` : ",   # lyon\n  ";
      const folder = folderWith(`${from}${lyon}${between}${siege}${to}`);
      const given = { ...word("siege"), seen: "deux\n\nlignes" };
      await writeAttestations(folder, ports, [given, word("nantes")]);
      const after = textIn(folder);
      expect(after.startsWith(`${from}${lyon}${between}{`)).toBe(true);
      expect(after).toContain("# fin");
      expect(after).not.toMatch(from.includes("\r") ? /(?<!\r)\n|\r\r/ : /\r/);
      expect(after).toContain("à nous");
      expect((await wordsIn(folder)).slice(1)).toEqual([expect.objectContaining(given), word("nantes")]);
      await writeAttestations(folder, ports, [given, word("nantes")]);
      expect(textIn(folder)).toBe(after);
    }
  });

  it("also writes into a list in another style", async () => {
    const folder = folderWith(`- by: N\n  address: production/raccordement/principale/a\n  at: 2026-01-01\n  seen: vu\n  until: 2027-01-01\n  covers: "0"\n- { address: production/raccordement/principale/siege, by: M, at: 2026-01-01, seen: vu, until: 2027-01-01, covers: "0" }\n`);
    await writeAttestations(folder, ports, [word("siege"), word("lyon")]);
    expect((await wordsIn(folder)).slice(1)).toEqual([word("siege"), word("lyon")]);
  });
});

it("makes instants of days", async () => {
  const [read] = await wordsIn(folderWith(entry({ at: "2026-11-24" })));
  expect(read?.at).toBe(toInstant(Date.UTC(2026, 10, 24)));
});

it("lets a word hold through the day until which it is given", async () => {
  const [read] = await wordsIn(folderWith(entry({ until: "2027-11-24" })));
  expect(read?.until).toBe("2027-11-24T23:59:59Z");
});
