import { hash } from "node:crypto";
import type { ProofBody, ProofDocument } from "../../model/proof.ts";
import { questionKey, type Question } from "../../model/question.ts";
import { canonical } from "../../plan/digest.ts";

/** The text that is digested and signed: the same whatever the order of the keys and the layout of the file. */
export const proofText = (document: ProofBody & Partial<ProofDocument>): string => {
  const { digest: _, signature: __, ...body } = document;
  return `chorus-proof\n${canonical(body)}`;
};

export const proofDigest = (body: ProofBody): string => hash("sha256", proofText(body), "hex");

/** A digest of what was asked, whatever was answered and in which order it was asked. */
export const askedDigest = (questions: readonly Question[]): string =>
  hash("sha256", canonical(questions.map((question) => questionKey(question).split("\u0000")).toSorted(byText)), "hex");

const byText = (a: readonly string[], b: readonly string[]): number => {
  const [one, other] = [a.join("\n"), b.join("\n")];
  return one < other ? -1 : one > other ? 1 : 0;
};
