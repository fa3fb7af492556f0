import type { Reply } from "../../ports/ports.ts";
import { renderQuestion } from "../../views/walk/questions.ts";
import { screenOf, type AtStep } from "./desk.ts";

/** A line from the person, without the spaces around it. */
export const askLine = async ({ desk, underway }: Pick<AtStep, "desk" | "underway">, question: string): Promise<Reply> => {
  const screen = screenOf(desk, underway);
  const reply = await desk.person.line((typed) => renderQuestion(question, typed, screen));
  return reply.reply === "given" ? { reply: "given", text: reply.text.trim() } : reply;
};
