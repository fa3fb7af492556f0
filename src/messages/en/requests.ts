import type { RequestWords } from "../shape.ts";
import { pluralEn as p } from "../plural.ts";

export const requests: RequestWords = {
  columns: ["at least", "at most", "request", "answers"],
  asks: {
    token: "credentials of the application",
    subscribed: "subscribed APIs",
    "account-login": "login of the account",
    reach: "structures reached",
    attached: "attachments",
    "structure-active": "active structures",
    "espace-enabled": "open espaces",
    "password-expiry": "end of the password",
    "service-active": "services",
    edi: "EDI parameters",
    "raccordement-refused": "raccordements",
  },
  total: (least, most, reused) =>
    (most === 0
      ? "Nothing is to be asked: no request."
      : `At least ${least} ${p(least, "request", "requests")}, at most ${most}; on top: what an account has beyond what is declared, and tries after a fault.`) +
    (reused === 0 ? "" : ` ${reused} recent ${p(reused, "answer is", "answers are")} taken without being asked again.`),
};
