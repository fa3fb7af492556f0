import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ChorusError } from "../../../src/diagnostics/chorus-error.ts";
import type { Address } from "../../../src/model/address.ts";
import type { Instant } from "../../../src/model/instant.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { emptyState, type State } from "../../../src/state/state.ts";
import type { LockHolder } from "../../../src/model/lock-holder.ts";
import { nodeFiles } from "../../../src/ports/node-files.ts";
import type { Files } from "../../../src/ports/ports.ts";
import { temporaryFolder } from "../../support/files.ts";
import { proven } from "../../support/proven.ts";
import { buildWriter, openPlace, startWriter, type StorePlace } from "../../support/store-place.ts";

/** What every back end of the state does. */
export const storeContract = (place: () => Promise<StorePlace>): void => {
  describe("reading and writing", () => {
    it("begins empty, and reading begins nothing", async () => {
      const here = await place();
      const store = await openPlace(here);
      const before = await here.fingerprint();
      expect((await store.read()).records.size).toBe(0);
      expect(await here.fingerprint()).toEqual(before);
      expect(await store.commit([], [])).toBe(0);
      expect(await here.fingerprint()).toEqual(before);
    });

    it("keeps what is committed, for whoever reads", async () => {
      const here = await place();
      expect(await (await openPlace(here)).commit([proven("siege"), proven("lyon")], [])).toBe(2);
      const state = await (await openPlace(here)).read();
      expect(names(state)).toEqual(["lyon", "siege"]);
      expect(state.records.get(of("lyon"))).toEqual(proven("lyon").record);
      expect((await (await openPlace(here)).read()).lineage).toBe(state.lineage);
    });

    it("writes nothing where nothing changed", async () => {
      const here = await place();
      await (await openPlace(here)).commit([proven("siege"), proven("lyon")], []);
      const before = await here.fingerprint();
      expect(await (await openPlace(here)).commit([proven("siege", { before: proven("siege").record })], [])).toBe(0);
      expect(await (await openPlace(here)).commit([], [of("nowhere")])).toBe(0);
      expect(await here.fingerprint()).toEqual(before);
    });

    it("reads at least what is asked", async () => {
      const here = await place();
      await (await openPlace(here)).commit([proven("siege"), proven("lyon"), proven("nice")], []);
      const state = await (await openPlace(here)).read(new Set([of("lyon"), of("nowhere")]));
      expect(state.records.get(of("lyon"))).toEqual(proven("lyon").record);
      expect(state.records.has(of("nowhere"))).toBe(false);
    });

    it("drops what is gone, also from the line of something else", async () => {
      const here = await place();
      const espace: Address = "production/espace/lyon/factures-emises" as Address;
      const onLyon = { subject: of("lyon"), record: { ...proven("lyon").record, address: espace } };
      await (await openPlace(here)).commit([proven("siege"), proven("lyon"), onLyon], []);
      expect(await (await openPlace(here)).commit([], [of("siege"), espace])).toBe(2);
      expect([...(await (await openPlace(here)).read()).records.keys()]).toEqual([of("lyon")]);
    });

    it("keeps a record under its new name, once for all", async () => {
      const here = await place();
      await (await openPlace(here)).commit([proven("lion"), proven("siege")], []);
      const moved = [{ from: "lion", to: "lyon" }];
      expect(names(await (await openPlace(here, { moved })).read())).toEqual(["lyon", "siege"]);
      expect((await (await openPlace(here, { moved })).read(new Set([of("lyon")]))).records.has(of("lyon"))).toBe(true);
      expect(await (await openPlace(here, { moved })).commit([], [])).toBe(2);
      expect(names(await (await openPlace(here)).read())).toEqual(["lyon", "siege"]);
      expect(await (await openPlace(here, { moved })).commit([], [])).toBe(0);
    });

    it("puts a whole state in the place of what is there, whatever that is", async () => {
      const here = await place();
      const store = await openPlace(here);
      await store.commit([proven("siege"), proven("lyon")], []);
      const whole: State = { lineage: "another", records: new Map([[of("nice"), proven("nice").record]]), subjects: new Map([[of("nice"), of("nice")]]) };
      await store.replace(whole);
      expect(await store.read()).toEqual(whole);
      const before = await here.fingerprint();
      await store.replace(whole);
      expect(await here.fingerprint()).toEqual(before);
      await here.damage("corrupt");
      await store.replace(whole);
      expect(await store.read()).toEqual(whole);
      await store.replace(emptyState("a third"));
      expect(await store.read()).toEqual(emptyState("a third"));
    });
  });

  describe("two who write", () => {
    it("keep each other's subjects", async () => {
      const here = await place();
      const [one, other] = [await openPlace(here), await openPlace(here)];
      await Promise.all([one.read(), other.read()]);
      await other.commit([proven("lyon")], []);
      await one.commit([proven("siege")], []);
      expect(names(await one.read())).toEqual(["lyon", "siege"]);
    });

    it("of the same record leave the newer proof, whoever comes last", async () => {
      const here = await place();
      const [one, other] = [await openPlace(here), await openPlace(here)];
      const begun = proven("siege").record;
      await one.commit([proven("siege")], []);
      await other.commit([proven("siege", { at: DAY, status: "false", before: begun })], []);
      expect(await one.commit([proven("siege", { at: DAY / 2, before: begun })], [])).toBe(0);
      expect((await one.read()).records.get(of("siege"))).toEqual(proven("siege", { at: DAY, status: "false" }).record);
      await one.commit([proven("siege", { at: 2 * DAY, before: begun })], []);
      expect((await other.read()).records.get(of("siege"))).toEqual(proven("siege", { at: 2 * DAY }).record);
    });

    it("one of them all of it, at the same time, leave a whole", async () => {
      const here = await place();
      const [one, other] = [await openPlace(here), await openPlace(here)];
      await one.commit([proven("siege")], []);
      for (let round = 0; round < 5; round += 1) {
        const lineage = `lineage-${round}`;
        const whole: State = { lineage, records: new Map([[of("nice"), proven("nice").record]]), subjects: new Map([[of("nice"), of("nice")]]) };
        await Promise.all([other.replace(whole), ...["lyon", "brest"].map((name) => one.commit([proven(`${name}-${round}`)], []))]);
        const state = await one.read();
        expect(state.lineage).toBe(lineage);
        expect(names(state)).toContain("nice");
        expect(names(state).filter((name) => !["nice", `lyon-${round}`, `brest-${round}`].includes(name))).toEqual([]);
      }
    });

    it("do not take for gone what the other begins while they look", async () => {
      const here = await place();
      let begun: Promise<unknown> | undefined;
      // What this machine remembers of the state is looked at before the state itself, or after.
      const first = async <T>(path: string, look: () => Promise<T>): Promise<T> => {
        if (/state(-elsewhere)?\.json$/.test(path)) await (begun ??= openPlace(here).then((other) => other.commit([proven("siege")], [])));
        return look();
      };
      const files: Files = { ...nodeFiles, read: (path) => first(path, () => nodeFiles.read(path)), stat: (path) => first(path, () => nodeFiles.stat(path)) };
      expect(await failures(openPlace(here, {}, files).then((store) => store.read()))).toEqual([]);
      expect(begun).toBeDefined();
    });

    it("at the same time, and twenty of them: what each wrote is there", async () => {
      const here = await place();
      const script = await buildWriter(temporaryFolder());
      const each = Array.from({ length: 20 }, (_, index) => `s${String(index).padStart(2, "0")}`);
      const writers = each.map((name) => startWriter(script, here, ["commit", name, "shared", `${name}-more`]));
      expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual(each.map(() => ({ code: 0, stderr: "" })));
      expect(names(await (await openPlace(here)).read())).toEqual([...each.flatMap((name) => [name, `${name}-more`]), "shared"].toSorted());
    }, 180_000);
  });

  it("loses and tears nothing where the writer is killed, and goes on unaided", async () => {
    const here = await place();
    const script = await buildWriter(temporaryFolder());
    const done: string[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const writer = startWriter(script, here, ["loop", `r${round}`]);
      while (writer.done.length === 0) await pause(5);
      await pause(Math.random() * 60);
      writer.kill();
      await writer.ended;
      done.push(...writer.done);
      if (!here.locksDie) await (await openPlace(here)).unlock();
    }
    const store = await openPlace(here);
    await store.commit([proven("after")], []);
    const there = new Set(names(await store.read()));
    expect([...done, "after", "shared"].filter((name) => !there.has(name))).toEqual([]);
  }, 180_000);

  describe("a lock that somebody has", () => {
    it("is waited for, then its holder is named", async () => {
      const here = await place();
      await (await openPlace(here)).commit([proven("siege")], []);
      await here.held(HOLDER, async () => {
        const store = await openPlace(here, { lockTimeoutMs: 300 });
        const startedAt = performance.now();
        const [found] = await failures(store.commit([proven("lyon")], []));
        expect(performance.now() - startedAt).toBeGreaterThanOrEqual(290);
        expect(found).toMatchObject({ code: "CHR-STATE-LOCKED", arguments: { ...HOLDER, file: expect.stringContaining(store.place) as unknown } });
        expect((await failures(store.replace(emptyState("other"))))[0]?.code).toBe("CHR-STATE-LOCKED");
        expect(names(await store.read())).toEqual(["siege"]);
      });
      expect(await (await openPlace(here)).commit([proven("lyon")], [])).toBe(1);
    });

    it("is had when it is given back", async () => {
      const here = await place();
      await (await openPlace(here)).commit([proven("siege")], []);
      let writing: Promise<number> | undefined;
      await here.held(HOLDER, async () => {
        writing = (await openPlace(here, { lockTimeoutMs: 20_000 })).commit([proven("lyon")], []);
        await pause(200);
      });
      expect(await writing).toBe(1);
    });

    it("is opened by who says that its holder is no more", async () => {
      const here = await place();
      await (await openPlace(here)).commit([proven("siege")], []);
      const store = await openPlace(here, { lockTimeoutMs: 300 });
      expect(await store.unlock()).toBeUndefined();
      await here.held(HOLDER, async () => {
        expect(await store.unlock()).toEqual(HOLDER);
        expect(await store.commit([proven("lyon")], [])).toBe(1);
      });
      expect(await store.unlock()).toBeUndefined();
    });

    it("and is no more", async () => {
      const here = await place();
      await (await openPlace(here)).commit([proven("siege")], []);
      await here.leaveLock(HOLDER);
      const store = await openPlace(here, { lockTimeoutMs: 300 });
      if (!here.locksDie) {
        expect((await failures(store.commit([proven("lyon")], [])))[0]?.code).toBe("CHR-STATE-LOCKED");
        expect(await store.unlock()).toEqual(HOLDER);
      }
      expect(await store.commit([proven("lyon")], [])).toBe(1);
    });
  });

  describe("what cannot be read", () => {
    it("is refused where it is gone, unless a new one may be begun", async () => {
      const here = await place();
      await (await openPlace(here)).commit([proven("siege")], []);
      const { lineage } = await (await openPlace(here)).read();
      await here.vanish();
      const store = await openPlace(here);
      expect(await failures(store.read())).toMatchObject([{ code: "CHR-STATE-GONE", arguments: { file: store.place } }]);
      expect((await failures(store.commit([proven("lyon")], [])))[0]?.code).toBe("CHR-STATE-GONE");
      await (await openPlace(here, { acceptNew: true })).commit([proven("lyon")], []);
      const state = await store.read();
      expect(names(state)).toEqual(["lyon"]);
      expect(state.lineage).not.toBe(lineage);
    });

    it.each([
      ["corrupt", "CHR-STATE-CORRUPT"],
      ["newer", "CHR-STATE-NEWER"],
    ] as const)("is refused where it is %s, and is not written over", async (how, code) => {
      const here = await place();
      await (await openPlace(here)).commit([proven("siege")], []);
      await here.damage(how);
      const before = await here.fingerprint();
      const store = await openPlace(here);
      expect((await failures(store.read()))[0]).toMatchObject({ code, arguments: { file: store.place } });
      expect((await failures(store.commit([proven("siege", { at: DAY })], [])))[0]?.code).toBe(code);
      expect(await here.fingerprint()).toEqual(before);
    });
  });

  it("says who, when, for which command, and what was before, where it keeps a history", async () => {
    const here = await place();
    const store = await openPlace(here);
    await store.commit([proven("siege"), proven("lyon")], []);
    await store.commit([proven("siege", { at: DAY, before: proven("siege").record })], []);
    await store.commit([], [of("siege")]);
    const history = await store.history?.(of("siege"));
    if (history === undefined) return;
    expect(history.map(({ before, after }) => [before?.includes("1970-01-02"), after?.includes("1970-01-02")])).toEqual([[true, undefined], [false, true], [undefined, false]]);
    expect(history[0]?.author).toEqual({ who: "camille", command: "chorus apply", commit: "0123abc", run: "https://ci.exemple.fr/1" });
  });

  it("never says what is secret", async () => {
    const here = await place();
    const store = await openPlace(here, { lockTimeoutMs: 50 });
    const said: string[] = [store.place];
    const note = async (work: Promise<unknown>): Promise<void> => {
      said.push(inspect(await work.catch((error: unknown) => error), { depth: 9, showHidden: true }));
    };
    await store.commit([proven("siege")], []);
    await here.held(HOLDER, () => note(store.commit([proven("lyon")], [])));
    await here.damage("corrupt");
    await note(store.read());
    await here.vanish();
    await note(store.read());
    for (const secret of here.secrets) expect(said.join("\n") + inspect(store, { depth: 9, showHidden: true })).not.toContain(secret);
  });
};

const failures = async (work: Promise<unknown>): Promise<readonly Diagnostic[]> => {
  try {
    await work;
    return [];
  } catch (error) {
    if (error instanceof ChorusError) return error.diagnostics;
    throw error;
  }
};

const of = (name: string): Address => proven(name).subject;

const names = ({ records }: State): readonly string[] => [...records.keys()].map((address) => address.split("/")[2] ?? "").toSorted();

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const HOLDER: LockHolder = { owner: "dominique", host: "elsewhere", pid: 4321, since: "2026-11-24T08:00:00Z" as Instant, command: "chorus refresh" };

const DAY = 86_400_000;

const KILLS = 10;
