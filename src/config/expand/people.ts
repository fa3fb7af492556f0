import { defined } from "../../model/defined.ts";
import type { ComptePiste, Contact, Gestionnaire } from "../../model/desired.ts";
import type * as Written from "../configuration.gen.ts";
import { byDefault, fromFile, type Note } from "../origin.ts";
import { asName, freeName, named, principal, type Named, type People, type WrittenConfiguration } from "./draft.ts";
import { inlineContacts } from "./inline-contacts.ts";

/** Contacts, gestionnaires and PISTE accounts, each with a name; those of the short forms are called `principal`. */
export const expandPeople = (written: WrittenConfiguration, note: Note | undefined): People => {
  const { configuration } = written;
  const inline = new Map<Written.ContactReference, string>();
  const contacts = expandContacts(configuration, inline, note);
  const gestionnaires = expandGestionnaires(configuration, note);
  const comptesPiste = expandComptesPiste(written, note);
  const contact = principal(contacts);
  const gestionnaire = principal(gestionnaires);
  const comptePiste = principal(comptesPiste);
  return defined({
    contacts,
    contactName: (reference) => (typeof reference === "string" ? reference : (inline.get(reference) ?? "principal")),
    gestionnaires,
    comptesPiste,
    contact,
    gestionnaire,
    comptePiste,
  });
};

const expandContacts = (
  configuration: Written.ChorusConfiguration,
  inline: Map<Written.ContactReference, string>,
  note: Note | undefined,
): Named<Contact> => {
  const contacts = Object.assign(named<Contact>(), configuration.contacts);
  if (configuration.contact !== undefined && contacts["principal"] === undefined) {
    contacts["principal"] = configuration.contact;
    note?.(["contacts", "principal"], fromFile("contact"));
  }
  for (const { contact, path } of inlineContacts(configuration)) {
    const name = sameContact(contacts, contact) ?? freeName(contacts, asName(contact.email));
    inline.set(contact, name);
    if (contacts[name] !== undefined) continue;
    contacts[name] = contact;
    note?.(["contacts", name], fromFile(...path));
  }
  return contacts;
};

/** The first by name of those that say the same: not by their order in the file. */
const sameContact = (contacts: Named<Contact>, wanted: Contact): string | undefined =>
  Object.keys(contacts)
    .filter((name) => FIELDS.every((field) => contacts[name]?.[field] === wanted[field]))
    .toSorted()[0];

const FIELDS = ["nom", "email", "telephone", "fax"] as const;

const expandGestionnaires = (configuration: Written.ChorusConfiguration, note: Note | undefined): Named<Gestionnaire> => {
  const gestionnaires = Object.assign(named<Gestionnaire>(), configuration.gestionnaires);
  if (configuration.gestionnaire !== undefined && gestionnaires["principal"] === undefined) {
    gestionnaires["principal"] = configuration.gestionnaire;
    note?.(["gestionnaires", "principal"], fromFile("gestionnaire"));
  }
  return gestionnaires;
};

const expandComptesPiste = (
  { configuration, clients, cell }: WrittenConfiguration,
  note: Note | undefined,
): Named<ComptePiste> => {
  const comptes = named<ComptePiste>();
  const add = (name: string, email: string, organisation: string | undefined, client?: string): void => {
    comptes[name] = defined({ email, organisation: organisation ?? UNIVERSELLE, client });
    if (organisation === undefined) note?.(["comptesPiste", name, "organisation"], byDefault());
  };
  for (const [name, { email, organisation, client }] of Object.entries(configuration.comptesPiste ?? {})) add(name, email, organisation, client);
  const { piste } = configuration;
  if (piste !== undefined && comptes["principal"] === undefined) {
    note?.(["comptesPiste", "principal"], fromFile("piste"));
    if (typeof piste === "string") add("principal", piste, undefined);
    else add("principal", piste.email, piste.organisation);
    note?.(["comptesPiste", "principal", "email"], typeof piste === "string" ? fromFile("piste") : fromFile("piste", "email"));
  }
  const known = accountsByEmail(comptes);
  for (const row of clients) {
    if (row.piste === undefined || known.has(row.piste)) continue;
    const name = freeName(comptes, asName(row.piste));
    known.set(row.piste, name);
    note?.(["comptesPiste", name], cell(row, "piste"));
    add(name, row.piste, undefined, row.code);
  }
  return comptes;
};

/** Names by e-mail; of two for one e-mail the first by name. */
export const accountsByEmail = (comptes: Readonly<Record<string, ComptePiste>>): Map<string, string> => {
  const names = new Map<string, string>();
  for (const [name, { email }] of Object.entries(comptes)) {
    const other = names.get(email);
    if (other === undefined || name < other) names.set(email, name);
  }
  return names;
};

/** What PISTE's registration asks for the APIs of Chorus Pro. */
const UNIVERSELLE = "Universelle";
