import { NOT_ASKED, type Observation } from "../model/observation.ts";
import type { Question } from "../model/question.ts";
import { batchKey, type BulkBatches } from "./bulk-batches.ts";
import type { Session } from "./session.ts";
import { askLogin, askReach } from "./strategies/account.ts";
import { askAttached } from "./strategies/attached.ts";
import { askEdi } from "./strategies/edi.ts";
import { askEspaceEnabled } from "./strategies/espace-enabled.ts";
import { askPasswordExpiry } from "./strategies/password-expiry.ts";
import { askRaccordementRefused } from "./strategies/raccordement-refused.ts";
import { askServiceActive } from "./strategies/service-active.ts";
import { askStructureActive } from "./strategies/structure-active.ts";
import { askSubscribed } from "./strategies/subscribed.ts";
import { askToken } from "./strategies/token.ts";

/** How each question is answered. */
export const ask = async (session: Session, question: Question, batches: BulkBatches): Promise<Observation> => {
  switch (question.ask) {
    case "token":
      return askToken(session, question);
    case "subscribed":
      return askSubscribed(session, question);
    case "account-login":
      return askLogin(session, question);
    case "reach":
      return askReach(session, question);
    case "attached":
      return askAttached(session, question);
    case "structure-active":
      return askStructureActive(session, question, batches.get(batchKey(question.account, question.identifier)));
    case "espace-enabled":
      return askEspaceEnabled(session, question);
    case "password-expiry":
      return askPasswordExpiry(session, question);
    case "service-active":
      return askServiceActive(session, question);
    case "edi":
      return askEdi(session, question);
    case "raccordement-refused":
      return askRaccordementRefused(session, question);
  }
};

/** Questions that only look at what the others met, and cost nothing. */
export const askAfterwards = async (session: Session, question: Question): Promise<Observation> => {
  if (question.ask === "raccordement-refused") return askRaccordementRefused(session, question);
  return question.ask === "reach" && session.hasRead(question.account) ? askReach(session, question) : NOT_ASKED;
};
