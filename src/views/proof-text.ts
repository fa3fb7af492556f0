import { messages } from "../messages/messages.ts";
import type { ProofDocument } from "../model/proof.ts";
import { createDates } from "./text/dates.ts";
import { renderLines, type Line } from "./text/layout.ts";
import type { ScreenOptions } from "./text/scene.ts";

/** What a proof that was made says, and what becomes of it. */
export const renderProved = ({ client, environment, answers, signature }: ProofDocument, file: string, missing: readonly string[], screen: ScreenOptions): string => {
  const { proofs, words } = messages(screen.language);
  const count = (wanted: string): number => answers.filter(({ answer }) => answer === wanted).length;
  const signed = signature === undefined ? proofs.unsigned : proofs.signedBy(signature.key);
  const lines: readonly Line[] = [
    line("✓", `${proofs.made(client, words.environments[environment], file)}, ${signed}`),
    { indent: 3, text: proofs.answers(count("true"), count("false"), count("unknown")) },
    ...(missing.length === 0 ? [] : [{ indent: 3, text: proofs.missing(missing.join(", ")), style: "warning" as const }]),
    { indent: 0, text: proofs.send(file), style: "quiet" },
  ];
  return renderLines(lines, screen);
};

export interface ShownProof {
  readonly file: string;
  readonly document: ProofDocument;
  readonly answers: number;
  readonly isSigned: boolean;
  /** Questions that are asked here and were not asked there. */
  readonly unasked: number;
}

/** The proofs that were taken in. */
export const renderCollected = (collected: readonly ShownProof[], screen: ScreenOptions): string => {
  const { proofs, words, dates } = messages(screen.language);
  const shown = createDates(dates, screen.timeZone);
  return renderLines(
    collected.map(({ file, document: { client, environment, madeAt, signature }, answers, isSigned, unasked }) => {
      const signed = isSigned && signature !== undefined ? proofs.signedBy(signature.key) : proofs.unsigned;
      const parts = [proofs.collected(client, words.environments[environment], shown.at(madeAt)), signed, proofs.brings(answers), ...(unasked === 0 ? [] : [proofs.unasked(unasked)])];
      return line("✓", `${file}${words.colon}${parts.join(", ")}`);
    }),
    screen,
  );
};

const line = (sign: string, text: string): Line => ({ indent: 0, leads: [{ text: sign, width: 3, style: "added" }], text });
