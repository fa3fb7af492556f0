import { pluralEn as p } from "../plural.ts";
import type { WorklistWords } from "../worklist-words.ts";

export const worklist: WorklistWords = {
  title: (name) => `Chorus Pro: what is left to do (${name})`,
  greeting: (name) => (name === undefined ? "Hello," : `Hello ${name},`),
  to: (address) => `To: ${address}`,
  subject: (title) => `Subject: ${title}`,
  reminder: (since) =>
    `This is a reminder: we wrote to you about it on ${since}, and do not see yet that it is done. If it is, a word in reply is enough: do nothing again.`,
  partlyReminder: (since) => `Some of what follows was asked of you already, since ${since}: if it is done, a word in reply is enough, do not do it again.`,
  opening: {
    onboarding: (n) => [
      `For our software to exchange on your behalf with Chorus Pro, the State's invoicing portal, ${p(n, "one step is left that nobody can do in your place", `${n} steps are left that nobody can do in your place`)}. All of it is below, in its order.`,
    ],
    renewal: (n) => [
      `Our software exchanges on your behalf with Chorus Pro through a technical account, whose password ${p(n, "must be changed", "must be changed in several places")}. We cannot do it in your place, and without it your invoices will no longer pass.`,
    ],
    move: (n) => [
      `Your structure changes its SIRET. Chorus Pro copies it under the new one, but without the technical account, the connection (raccordement) and the invoicing mandate. ${p(n, "Here is the step to do now", `Here are the ${n} steps to do now, in their order`)}; if you had given an invoicing mandate, it must be given again too.`,
      "Close nothing that serves the old SIRET before we have confirmed that the new one works: your invoices would stop.",
    ],
    moved: (n) => [`Your new SIRET works: we have checked it. ${p(n, "One step is left", `${n} steps are left`)} to close what served the old one.`],
    leaving: (n) => [
      `As agreed, our software will no longer exchange on your behalf with Chorus Pro. ${p(n, "One step is left", `${n} steps are left`)}, which nobody can do in your place, to close the access that it had. Thank you for the trust that you gave us.`,
    ],
    blocked: () => ["We know that something keeps you from finishing the access to Chorus Pro. Here is another way; after it we will go on with you with what waits."],
    team: (n) => [`Here is what you have to do for the access to Chorus Pro: ${n} ${p(n, "step", "steps")}, in this order.`],
  },
  alsoBlocked: "What something keeps you from doing is at the end, with another way.",
  copy: "Names of menus, buttons and fields are those on screen, in French; values are to be copied as they are.",
  session: (where, duration) => `${where}: allow ${duration}`,
  around: (channel) => `Another way: ${channel}`,
  keeps: (steps) => `as long as it lasts, this cannot be done: ${steps.join("; ")}`,
  why: {
    "create-compte-technique": "the technical account is our software's access to Chorus Pro; nobody logs in to it by hand, and your own credentials stay yours",
    "reset-password": "the password of a technical account is changed every fourteen months, or when it is no longer accepted",
    "open-espace": "without this space Chorus Pro does not give your structure the screens or the invoices that it covers",
    "declare-raccordement": "the connection (raccordement) lets our software exchange with Chorus Pro for your structure",
    "register-piste": "PISTE is the State's portal through which a piece of software speaks to Chorus Pro",
    "create-application": "PISTE calls “application” the software that it lets speak to Chorus Pro",
    "generate-credentials": "these credentials are the software's with PISTE; they are not yours",
    "consent-cgu": "PISTE asks to accept the terms of each service before it opens it",
    "select-apis": "an application has access only to the services that are ticked in it",
    "retire-compte-technique": "this technical account was our software's access to Chorus Pro: it must serve no more",
    "remove-raccordement": "the connection (raccordement) let our software exchange for this structure",
  },
  leads: {
    where: "Address",
    who: "Who",
    needs: "You need",
    bring: "Have ready",
    why: "Why",
    first: "First",
    before: "Mind",
    do: "Do",
    type: "Type",
    submit: "Finish",
    result: "You will see",
    keep: "Keep",
    after: "Then",
    wrong: "If in trouble",
  },
  structure: (identifier) => `Structure ${identifier}`,
  lookFirst: "see whether it is done already: if so, simply tell us, nothing is to be done again",
  alreadyReset:
    "Before all else: did you change this password lately, you or a colleague? If so, do not change it a second time, the good one would stop working: simply put the one you have where it is asked for below, and tell us that it is done.",
  notAgain: "if this password was just changed already, do not change it a second time: put away the one you have",
  laterTitle: "Later: do not do it yet",
  later: {
    us: "once we have done our part; we will tell you",
    own: "once what comes before is in place; we will tell you",
    proof: "only once we have checked that the new one works, or your invoices would stop; we will tell you",
    others: (steps) => `after ${steps.join("; ")}`,
  },
  closing: [
    "Please answer this message when it is done, or if something keeps you from it: we will find a way together.",
    "Never send a password by e-mail, not even to us.",
  ],
  columns: ["for", "name", "e-mail", "telephone", "number", "where", "step", "how"],
};
