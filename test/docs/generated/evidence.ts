import { EVIDENCE_RULES } from "../../../src/plan/settle.ts";
import { capital, table } from "./markdown.ts";

/** The rows of the table that decides, in their order. */
export const renderEvidence = (): string =>
  table(
    ["", "what is known", "what follows"],
    EVIDENCE_RULES.map(({ name }, index) => {
      const [known = "", ...follows] = name.split(": ");
      return [String(index + 1), capital(known), capital(follows.join(": "))];
    }),
  ).join("\n");
