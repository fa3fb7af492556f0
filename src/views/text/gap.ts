import { diffLines } from "diff";
import type { Step } from "../../model/step.ts";
import type { Line } from "./layout.ts";
import { nameAddress } from "./names.ts";
import type { Scene } from "./scene.ts";

/** What is and what is declared, field by field, where an answer told what is: `- reception: false`, `+ reception: true`. */
export const gapLines = (step: Step, scene: Scene): readonly Line[] =>
  step.items.slice(0, MOST_GAPS).flatMap(({ address, arguments: declared }) => {
    const fact = scene.resources.get(address)?.conditions.find((condition) => condition.fact?.fact === "edi")?.fact;
    if (fact?.fact !== "edi") return [];
    const actual = { reception: String(fact.reception), connexion: String(fact.connexion) };
    const fields = (["reception", "connexion"] as const).filter((field) => declared[field] !== undefined);
    const before = fields.map((field) => `${field}: ${actual[field]}\n`).join("");
    const after = fields.map((field) => `${field}: ${declared[field] ?? ""}\n`).join("");
    const name: readonly Line[] = step.items.length > 1 ? [{ indent: 0, text: nameAddress(address, scene).name }] : [];
    return [...name, ...diffLines(before, after).flatMap(changeLines)];
  });

const changeLines = ({ value, added, removed }: { readonly value: string; readonly added: boolean; readonly removed: boolean }): readonly Line[] =>
  added || removed
    ? value
        .trimEnd()
        .split("\n")
        .map((text) => ({ indent: 0, text: `${added ? "+" : "-"} ${text}`, style: added ? "added" : "removed" }))
    : [];

const MOST_GAPS = 5;
