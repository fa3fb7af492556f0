import { businessRefusal, success } from "../envelope.ts";
import { attachmentId, userId } from "../identifiers.ts";
import { integerOf, objectOf, textOf } from "../input.ts";
import type { Call, Operation } from "../operation.ts";
import { paginate, pagingFields } from "../paging.ts";
import type { Columns } from "../paging.ts";
import { IDENTIFIER_TYPES } from "../scenario.ts";
import { askedStructure, isAttached, NOT_READABLE } from "./attached.ts";
import { choice, fields, object } from "./fields.ts";
import { listedServices, SERVICE_STARTED } from "./structures-services.ts";
import type { ListedService } from "./structures-services.ts";

const COLUMNS: Columns<ListedService> = {
  CodeService: (one) => one.codeService,
  NomService: (one) => one.libelleService,
  StatutRattachement: () => "VALIDEE",
};

/**
 * Official Structures description 1.0.0, `listerRattachementsStructureUtilisateur`: how one user is attached to the
 * services of one structure. Without a user, the caller; he sees only structures that he is attached to himself. An
 * account of this world that reaches a structure is attached to all its services.
 */
export const listerRattachements: Operation = {
  api: "structures",
  method: "POST",
  path: "lister/rattachementsutilisateur",
  input: {
    ...fields("integer", "idUtilisateur idStructure"),
    ...fields("text", "adresseEmailConnexionUtilisateur identifiantStructure"),
    typeIdentifiantStructure: choice(IDENTIFIER_TYPES),
    parametresListerRattachementsStructureUtilisateur: object(pagingFields(Object.keys(COLUMNS))),
  },
  answer: (call) => {
    const structure = askedStructure(call, call.body);
    if (structure === "missing") return businessRefusal("Le champ idStructure ou identifiantStructure est obligatoire.");
    if (structure === undefined || !isAttached(call, structure)) return businessRefusal(NOT_READABLE);
    const user = askedUser(call);
    if (user === undefined) return businessRefusal("L'utilisateur n'existe pas.");
    const attached = call.world.reach(user.account).has(structure.identifiant) ? listedServices(structure) : [];
    const page = paginate(attached, objectOf(call.body, "parametresListerRattachementsStructureUtilisateur"), COLUMNS);
    return success({
      idStructure: structure.id,
      identifiantStructure: structure.identifiant,
      designationStructure: structure.designation,
      premierService: attached.length === 0,
      listeServices: page.items.map(({ codeService, libelleService, idService }) => ({
        codeService,
        nomService: libelleService,
        idService,
        idRattachement: attachmentId(call.environment, user.login, structure.identifiant, codeService),
        dateDebut: SERVICE_STARTED,
        statutRattachement: "VALIDEE",
      })),
      parametresRetour: page.parametresRetour,
    });
  },
};

function askedUser({ environment, world, body, login, account }: Call): Pick<Call, "login" | "account"> | undefined {
  const email = textOf(body, "adresseEmailConnexionUtilisateur");
  const id = integerOf(body, "idUtilisateur");
  const named = email === undefined ? account : world.account(email);
  const user = named === undefined ? undefined : { login: email ?? login, account: named };
  return user === undefined || (id !== undefined && id !== userId(environment, user.login)) ? undefined : user;
}
