import type { Observation } from "../../model/observation.ts";
import type { SubscribedQuestion } from "../../model/question.ts";
import { decide, failed } from "../answer.ts";
import { isPastGateway } from "../notes.ts";
import type { Session } from "../session.ts";

/**
 * Is an API selected for the application? Asked after what needs the API, whose answers may have proven it already; else
 * by a probe. An empty 403 denies it, but also a route that does not exist:
 * where the route is not confirmed, it denies nothing.
 */
export const askSubscribed = async (session: Session, question: SubscribedQuestion): Promise<Observation> => {
  const passed = session.passed(question.api);
  if (passed !== undefined) return decide(question, { finding: "past-gateway", trace: passed });
  const outcome = await session.probe(question.api);
  if (outcome === undefined) return decide(question, { finding: "no-route" });
  const { trace } = outcome;
  if (outcome.ok || isPastGateway(outcome)) return decide(question, { finding: "past-gateway", trace });
  if (outcome.failure.code !== "not-subscribed") return failed(question, outcome, question.api);
  return decide(question, { finding: session.isConfirmed(question.api) ? "forbidden" : "forbidden-unconfirmed", trace });
};
