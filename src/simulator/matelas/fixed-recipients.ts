import type { ByName, ScenarioStructure } from "../scenario.ts";

/**
 * The five recipients that are always there in qualification (Chorus Pro documentation of the qualification data):
 * each asks for something else on an invoice. Unlike generated ones, their SIRETs hold.
 */
export const FIXED_RECIPIENTS: ByName<ScenarioStructure> = {
  "12345678200051": recipient("Destinataire sans paramètre"),
  "12345678200036": recipient("Destinataire engagement obligatoire", { exige: "engagement" }),
  "12345678200028": recipient("Destinataire service obligatoire", {
    exige: "service",
    services: { SERVICE_DEST_SERV_OBL: { nom: "Service obligatoire" } },
  }),
  "12345678200044": recipient("Destinataire engagement ou service obligatoire", {
    exige: "engagement-ou-service",
    services: { SERVICE_DEST_EJ_OU_SERV_OBL: { nom: "Engagement ou service obligatoire" } },
  }),
  "11000201100044": recipient("État", { services: { SFACETAT: { nom: "Service facturier de l'État" } } }),
};

function recipient(designation: string, more: Partial<ScenarioStructure> = {}): ScenarioStructure {
  return { designation, nature: "PUBLIQUE", espaces: ["factures-recues"], ...more };
}
