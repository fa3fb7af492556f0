import { success } from "../envelope.ts";
import { attachmentId } from "../identifiers.ts";
import { objectOf } from "../input.ts";
import type { JsonObject } from "../json.ts";
import type { Call, Operation } from "../operation.ts";
import { paginate } from "../paging.ts";
import type { Columns } from "../paging.ts";
import type { Structure } from "../structure.ts";
import { SEARCH_PAGING } from "./fields.ts";
import { listedServices } from "./structures-services.ts";

/**
 * `monCompte/recuperer/rattachements`: the structures and services that the account is attached to.
 * Role, statuses and the name of the list are chosen by settings: the enumerations are not published, and older
 * descriptions of integrators name the list otherwise.
 */
export const recupererRattachements: Operation = {
  api: "utilisateurs",
  method: "POST",
  path: "monCompte/recuperer/rattachements",
  input: { parametresRecherche: SEARCH_PAGING },
  answer: (call) => {
    const { world, account, body, settings } = call;
    const page = paginate(world.attached(account), objectOf(body, "parametresRecherche"), columns(world));
    const structures = page.items.map((identifiant) => world.structure(identifiant)).filter((one) => one !== undefined);
    return success({
      [settings.rattachementsField]: structures.map((one) => attachment(one, call)),
      parametresRetour: page.parametresRetour,
    });
  },
};

/** Of identifiers: a page of an account that reaches thousands must not look at each. */
function columns(world: Call["world"]): Columns<string> {
  return {
    IdStructure: (identifiant) => world.structure(identifiant)?.id ?? 0,
    IdentifiantStructure: (identifiant) => identifiant,
    DesignationStructure: (identifiant) => world.structure(identifiant)?.designation ?? "",
  };
}

function attachment(one: Structure, { login, settings }: Call): JsonObject {
  const name = settings.rattachementsField === "listeRattachements" ? "nomStructure" : "designationStructure";
  return {
    idRattachementStructure: attachmentId(one.environment, login, one.identifiant),
    idStructure: one.id,
    identifiantStructure: one.identifiant,
    typeIdentifiantStructure: one.type,
    [name]: one.designation,
    roleUtilisateur: settings.roleUtilisateur,
    statutUtilisateur: "ACTIF",
    statutRattachementStructure: settings.statutRattachement,
    listeServicesRattache: listedServices(one).map((service) => ({
      ...service,
      idRattachementService: attachmentId(one.environment, login, one.identifiant, service.codeService),
      statutRattachementService: settings.statutRattachement,
    })),
  };
}
