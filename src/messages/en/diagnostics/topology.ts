import type { DiagnosticWords } from "../../diagnostic-words.ts";

/** Topology and applications. */
export const TOPOLOGY = {
  "CHR-TOPOLOGY-MISSING": {
    title: "Missing topology",
    detail: () => "The configuration does not say how the software reaches Chorus Pro.",
    hint: () => 'Add "topology: direct" (for yourself), "editeur" (an application per client) or "concentrateur" (one for all).',
  },
  "CHR-CLIENTS-TOPOLOGY": {
    title: "Clients without éditeur or concentrateur",
    detail: () => 'With "topology: direct" an organisation connects itself: it has no list of clients.',
    hint: () => 'Choose "topology: editeur" or "concentrateur", or declare your establishments under structures:.',
  },
  "CHR-APPLICATION-MISSING": {
    title: "No application",
    detail: ({ environment }) => `Structures are wanted in ${environment}, but no PISTE application would serve them.`,
    hint: ({ environment }) =>
      environment === "production"
        ? 'Add "application: YOUR-APPLICATION", its exact name on PISTE.'
        : 'Add "piste: address@of-the-account.fr": the application APP_SANDBOX_… follows from it.',
  },
  "CHR-APPLICATION-TWICE": {
    title: "Two applications of one name",
    detail: ({ nom, name, other, environment }) => `In ${environment}, "${other}" and "${name}" are both called ${nom} on PISTE.`,
    hint: () => "A name is unique on PISTE: change one of the two, or add {code} to the template.",
  },
  "CHR-SANDBOX-IN-PRODUCTION": {
    title: "Sandbox application in production",
    detail: ({ nom }) => `${nom} is a sandbox application: Chorus Pro refuses to join a production structure to it.`,
    hint: () => "Create a production application on PISTE and give its name here.",
  },
  "CHR-SANDBOX-LIKE-NAME": {
    title: "Production application named like a sandbox",
    detail: ({ nom }) => `${nom} looks like the name of a sandbox application.`,
    hint: () => "Choose a name that cannot be mistaken when the raccordement is declared.",
  },
  "CHR-SOLUTION-MISSING": {
    title: "Missing solution",
    detail: () => "The usage of a vendor's or operator's solution wants the names of the vendor and of the solution.",
    hint: () => 'Add "solution: { editeur: …, nom: … }".',
  },
  "CHR-VERIFICATION-API": {
    title: "API for verification not selected",
    detail: ({ apis }) => apis.map((api) => `Without "${api}" these stay unknown: ${LOST[api]}.`).join(" "),
    hint: ({ apis }) => `Add to apis: ${apis.join(", ")}. They only serve to verify.`,
  },
  "CHR-QUALIFICATION-FIRST": {
    title: "Production without qualification",
    detail: ({ nom }) => `Nothing is declared in qualification for ${nom}.`,
    hint: () => "AIFE wants a raccordement in qualification first: add a qualification: block with a SIRET of the matelas.",
  },
  "CHR-STRUCTURE-UNCOVERED": {
    title: "Structure without a compte technique",
    detail: ({ name, environment }) => `In ${environment}, no compte technique covers "${name}".`,
    hint: () => "Add it to couvre: of a compte technique, or declare one for it.",
  },
} satisfies Partial<DiagnosticWords>;

const LOST = {
  structures: "that structures exist, their services, and when passwords expire",
  transverses: "that comptes techniques log in, and which espaces are open",
  utilisateurs: "which structures the comptes techniques are attached to",
} as const;
