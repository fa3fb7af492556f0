import { firstTechnicalLogin } from "../../catalogue/technical-login.ts";
import type { Desired } from "../../model/desired.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../path.ts";
import { each, pathIn } from "./each.ts";
import type { Rule } from "./rules.ts";

/** E-mail addresses, telephone numbers and logins that are none. */
export const checkPeople: Rule = function* ({ desired, locate }) {
  for (const { value, path } of emails(desired)) {
    if (!EMAIL.test(value)) yield diagnostic("CHR-EMAIL-FORM", "error", { value }, locate(path));
  }
  for (const { value, path } of telephones(desired)) {
    if (!isTelephone(value)) yield diagnostic("CHR-TELEPHONE-FORM", "error", { value }, locate(path));
  }
  for (const { environment, name, value } of each(desired, "comptesTechniques")) {
    const identifiant = desired.environments[environment]?.structures[value.structure]?.identifiant ?? "";
    if (value.login === firstTechnicalLogin(identifiant) || EMAIL.test(value.login)) continue;
    const where = locate(pathIn(environment, "comptesTechniques", name, "login"));
    yield diagnostic("CHR-LOGIN-FORM", "error", { value: value.login }, where);
  }
};

interface Found {
  readonly value: string;
  readonly path: Path;
}

function* emails({ comptesPiste, contacts, gestionnaires }: Desired): Generator<Found> {
  for (const [collection, entries] of Object.entries({ comptesPiste, contacts, gestionnaires })) {
    for (const [name, { email }] of Object.entries(entries)) {
      if (email !== undefined) yield { value: email, path: [collection, name, "email"] };
    }
  }
}

function* telephones({ contacts, gestionnaires }: Desired): Generator<Found> {
  for (const [name, { telephone, fax }] of Object.entries(contacts)) {
    yield { value: telephone, path: ["contacts", name, "telephone"] };
    if (fax !== undefined) yield { value: fax, path: ["contacts", name, "fax"] };
  }
  for (const [name, { telephone }] of Object.entries(gestionnaires)) {
    if (telephone !== undefined) yield { value: telephone, path: ["gestionnaires", name, "telephone"] };
  }
}

/** Ten digits from 0, four from 3, or an international number; with the usual separators. */
const isTelephone = (text: string): boolean => TELEPHONE.test(text.replaceAll(/[\s.()\u00a0\u202f-]/g, ""));

const TELEPHONE = /^(0\d{9}|3\d{3}|(\+|00)[1-9]\d{6,14})$/;
const EMAIL = /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@.,;:<>()[\]"\\/]+(\.[^\s@.,;:<>()[\]"\\/]+)+$/u;
