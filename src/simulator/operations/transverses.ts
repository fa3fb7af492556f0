import { json } from "../answer.ts";
import { businessRefusal, success } from "../envelope.ts";
import { ESPACES } from "../espaces.ts";
import { integerOf, objectOf, textOf } from "../input.ts";
import type { Operation } from "../operation.ts";
import { paginate } from "../paging.ts";
import type { EspaceId } from "../scenario.ts";
import { canUseEspace } from "../world.ts";
import { attachedStructures, isAttached, NOT_READABLE } from "./attached.ts";
import { SEARCH_PAGING } from "./fields.ts";

/** `health-check`: needs a token and an account that logs in (measured by integrators). */
export const healthCheck: Operation = {
  api: "transverses",
  method: "GET",
  path: "health-check",
  answer: () => json(200, { body: "Le service est disponible.", statusCode: "OK", statusCodeValue: 200 }),
};

export const structuresFournisseur = structuresActives("fournisseur", "factures-emises");
export const structuresDestinataire = structuresActives("destinataire", "factures-recues");
export const structuresFactureTravaux = structuresActives("facturetravaux", "factures-travaux");

/**
 * `recuperer/structures/actives/…`: active structures that the account is attached to, on which the
 * espace is open, and to whose espace it is habilitated. The list comes whole, without paging.
 */
function structuresActives(role: string, espace: EspaceId): Operation {
  return {
    api: "transverses",
    method: "POST",
    path: `recuperer/structures/actives/${role}`,
    input: {},
    answer: (call) => success({
      listeStructures: attachedStructures(call)
        .filter((one) => one.statut === "ACTIVE" && canUseEspace(call.account, one, espace))
        .map((one) => ({ idStructureCPP: one.id, identifiant: one.identifiant, designationStructure: one.designation })),
    }),
  };
}

/** `recuperer/structuresPourUtilisateur` (deprecated): attached structures, of one espace when its number is given. */
export const structuresPourUtilisateur: Operation = {
  api: "transverses",
  method: "POST",
  path: "recuperer/structuresPourUtilisateur",
  input: { espaceFo: { kind: "integer" } },
  answer: (call) => {
    const code = integerOf(call.body, "espaceFo");
    const espaces = code === undefined ? undefined : ALL_ESPACES.filter((espace) => ESPACES[espace].code === code);
    return success({
      listeStructures: attachedStructures(call)
        .filter((one) => espaces === undefined || espaces.some((espace) => canUseEspace(call.account, one, espace)))
        .map((one) => ({
          idStructure: one.id,
          identifiantStructure: one.identifiant,
          designationStructure: one.designation,
          typeIdentifiantStructure: one.type,
        })),
    });
  },
};

/** `rechercher/destinataire`: active public structures; their address is not part of this world. */
export const rechercherDestinataire: Operation = {
  api: "transverses",
  method: "POST",
  path: "rechercher/destinataire",
  input: {
    identifiant: { kind: "text" },
    nomVilleCodePostal: { kind: "text" },
    typeStructure: { kind: "text" },
    parametresRecherche: SEARCH_PAGING,
  },
  answer: ({ world, body }) => {
    const identifiant = textOf(body, "identifiant");
    const name = (textOf(body, "nomVilleCodePostal") ?? "").toLowerCase();
    const candidates = identifiant === undefined ? world.structures() : [world.structure(identifiant)];
    const found = candidates.filter((one) => one?.nature === "PUBLIQUE" && one.statut === "ACTIVE")
      .filter((one) => one !== undefined)
      .filter((one) => one.designation.toLowerCase().includes(name));
    const page = paginate(found, objectOf(body, "parametresRecherche"));
    return success({
      listeDestinataires: page.items.map((one) => ({
        idStructureCPP: one.id,
        siret: one.identifiant,
        nomDestinataire: one.designation,
        adresseCodePostal: "",
        adresseVille: "",
      })),
      parametresRetour: page.parametresRetour,
    });
  },
};

/** `recuperer/coordbanc/valides`: the bank details of a structure that the account is attached to; this world has none. */
export const coordonneesBancaires: Operation = {
  api: "transverses",
  method: "POST",
  path: "recuperer/coordbanc/valides",
  input: { idStructure: { kind: "integer", required: true } },
  answer: (call) => {
    const structure = call.world.structureById(integerOf(call.body, "idStructure") ?? 0);
    return structure !== undefined && isAttached(call, structure)
      ? success({ listeCoordonneeBancaire: [] })
      : businessRefusal(NOT_READABLE);
  },
};

/** `consulter/information/siret`: what INSEE knows of a SIRET. It does not work in qualification. */
export const consulterSiret: Operation = {
  api: "transverses",
  method: "POST",
  path: "consulter/information/siret",
  input: { siretStructure: { kind: "text", required: true } },
  answer: ({ environment, world, body }) => {
    if (environment === "qualification") return businessRefusal("Service indisponible sur l'espace de qualification.");
    const structure = world.structure(textOf(body, "siretStructure") ?? "");
    if (structure?.type !== "SIRET") return businessRefusal("SIRET inconnu.");
    return success({
      siret: structure.identifiant,
      siren: structure.identifiant.slice(0, 9),
      raisonSociale: structure.designation,
      estActif: structure.statut === "ACTIVE",
      nonDiffusibleInsee: false,
    });
  },
};

const ALL_ESPACES = Object.keys(ESPACES) as readonly EspaceId[];
