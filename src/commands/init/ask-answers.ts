import { identifierFault } from "../../model/identifier.ts";
import { initMessages, type InitQuestion } from "../../messages/init-messages.ts";
import type { Topology } from "../../model/desired.ts";
import type { Conversation, Reply } from "../../ports/ports.ts";
import { asked } from "../../operations/init/answers.ts";
import { renderChoosing, renderQuestion } from "../../views/walk/questions.ts";
import type { Screen } from "../context.ts";

export type Given = Readonly<Partial<Record<InitQuestion, string>>>;

/** What was not given, asked one after the other; Escape asks the one before again. Undefined where the person leaves. */
export const askAnswers = async (person: Conversation, given: Given, screen: Screen): Promise<Given | undefined> => {
  let answers = given;
  const questions: InitQuestion[] = [];
  for (;;) {
    const next = missingAnswers(answers)[0];
    if (next === undefined) return answers;
    const reply = await ask(person, next, screen);
    if (reply.reply === "ended") return undefined;
    const last = reply.reply === "back" ? questions.pop() : undefined;
    if (last !== undefined) {
      const { [last]: _again, ...rest } = answers;
      answers = rest;
    }
    if (reply.reply === "given" && isUsable(next, reply.text.trim())) {
      answers = { ...answers, [next]: reply.text.trim() };
      questions.push(next);
    }
  }
};

/** What is still to be known, in the order in which it is asked. */
export const missingAnswers = (answers: Given): readonly InitQuestion[] => {
  const { topology } = answers;
  const others = asked((topology ?? "direct") as Topology).filter((name) => answers[name] === undefined);
  return topology === undefined ? ["topology", ...others] : others;
};

const ask = (person: Conversation, question: InitQuestion, screen: Screen): Promise<Reply> => {
  const words = initMessages(screen.language);
  if (question !== "topology") {
    return person.line((typed) => {
      const isWrong = typed.text !== "" && !typed.isOver && question === "siret" && typed.text.replaceAll(" ", "").length > 14;
      return `${renderQuestion(words.questions[question], typed, screen)}${isWrong ? `\n${screen.palette.yellow(words.notUsable)}` : ""}`;
    });
  }
  const choices = (["direct", "editeur", "concentrateur"] as const).map((value) => ({ value, label: words.topologies[value] }));
  return person.choose(choices, (choosing) => renderChoosing(words.questions.topology, choosing, screen));
};

/** What would be refused at once is asked again; the rest is the configuration's to judge. */
const isUsable = (question: InitQuestion, text: string): boolean => {
  if (question === "siret") return identifierFault("SIRET", text.replaceAll(/\s/g, "")) === undefined;
  return question === "piste" ? /^\S+@\S+\.\S+$/.test(text) : text !== "";
};
