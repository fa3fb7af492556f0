import { messages } from "../../../../src/messages/messages.ts";
import { plan } from "../../../../src/plan/plan.ts";
import type { PlanDocument } from "../../../../src/plan/plan-document.ts";
import { setScene } from "../../../../src/views/text/scene.ts";
import { toRecipients } from "../../../../src/views/worklist/recipients.ts";
import { renderWorklistText } from "../../../../src/views/worklist/worklist-text.ts";
import { toWorklist, type Worklist } from "../../../../src/views/worklist/worklist.ts";
import { NOON } from "../../../support/virtual-clock.ts";
import { desiredFrom } from "../../../support/world.ts";

/** A concentrateur without a place for passwords; `more` is added under its clients. */
export const concentrateur = (more = ""): string => `
version: 1
language: fr
topology: concentrateur
piste: api@exemple-gestion.fr
application: EXEMPLE-CONCENTRATEUR
apis: [factures, structures, transverses, utilisateurs]
contact: { nom: Équipe API, email: api@exemple-gestion.fr, telephone: "+33 2 99 00 00 01" }
gestionnaire: { nom: Direction }
structures: { operateur: 73282932000074 }
clients: { from: clients.csv${more} }
`;

export interface Written {
  readonly worklist: Worklist | undefined;
  readonly text: string;
}

/** The message to a client, or to whom of ours has a role, from the plan as a test changes it. */
export const messageTo = async (
  client: string,
  { config, clients, change = (document) => document }: { readonly config: string; readonly clients: string; readonly change?: (document: PlanDocument) => PlanDocument },
  language: "fr" | "en" = "fr",
): Promise<Written> => {
  const desired = await desiredFrom(config, { "clients.csv": clients });
  const { document } = plan({ desired, records: new Map(), observations: new Map(), attestations: new Map(), nowMs: NOON });
  const scene = setScene(change(document), { language, timeZone: "Europe/Paris" });
  const recipient = toRecipients(scene, desired).find((one) => (one.client ?? one.actor.role) === client);
  const [contact] = Object.values(desired.contacts);
  const person = { nom: "Mme Durand", email: "durand@exemple.fr" };
  const worklist = recipient === undefined ? undefined : toWorklist(recipient, scene, { network: "internet", person, ...(contact === undefined ? {} : { contact }) });
  return { worklist, text: worklist === undefined ? "" : renderWorklistText(worklist, messages(language)) };
};
