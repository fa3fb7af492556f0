import { APIS } from "../../catalogue/apis.ts";
import type { Observation } from "../../model/observation.ts";
import type { SubscribedQuestion } from "../../model/question.ts";
import { no, unknown, unknownFrom, yes } from "../answer.ts";
import { behind } from "../behind.ts";
import { isPastGateway, type Session } from "../session.ts";

/**
 * Is an API selected for the application? Asked after what needs the API, whose answers may have proven it already; else
 * by a probe. An empty 403 denies it, but also a route that does not exist:
 * where the route is not confirmed, it denies nothing.
 */
export const askSubscribed = async (session: Session, question: SubscribedQuestion): Promise<Observation> => {
  const passed = session.passed(question.api);
  if (passed !== undefined) return yes("route-answers", passed);
  const outcome = await session.probe(question.api);
  if (outcome === undefined) return unknown("unprovable", "route-unconfirmed");
  if (outcome.ok || isPastGateway(outcome)) return yes("route-answers", outcome.trace);
  if (outcome.failure.code !== "not-subscribed") return unknownFrom(outcome, behind(question, question.api));
  return APIS[question.api]?.confirmed === true
    ? no("route-forbidden", outcome.trace)
    : unknown("unprovable", "route-unconfirmed", outcome.trace);
};
