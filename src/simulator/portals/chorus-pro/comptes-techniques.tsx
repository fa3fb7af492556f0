import { draw } from "../../generate/draw.ts";
import { password } from "../../matelas/password.ts";
import { own } from "../../own.ts";
import type { EspaceId, ScenarioAccount } from "../../scenario.ts";
import { put } from "../change-scenario.ts";
import { Buttons, Choice, Facts, Form, NO_MISTAKES, TextField } from "../elements.tsx";
import type { Mistakes } from "../elements.tsx";
import { redirect } from "../portals.ts";
import type { File, Page, Shown } from "../portals.ts";
import { notFound } from "../simulation/refusals.tsx";
import { labelOf } from "./people.ts";
import { pdf } from "./pdf.ts";
import { portalPage, rootOf } from "./portal.tsx";
import type { PersonVisit } from "./portal.tsx";

/** « Compte technique »: what is asked for, and on which structure. A reset then shows the new password before it is sent. */
export function request(visit: PersonVisit, mistakes: Mistakes = NO_MISTAKES): Page {
  const { environment, form, person, portals, query } = visit;
  return portalPage(visit, "Compte technique", (
    <Form visit={visit} action={rootOf(environment, "comptes-techniques")} mistakes={mistakes}>
      <Choice name="type" label="Type de demande" required value={form.text("type")} options={TYPES} />
      <Choice name="structure" label="Choisir la structure" required value={form.text("structure") || (query.get("structure") ?? "")} mistakes={mistakes}
        options={[{ value: "", label: "Choisir…" }, ...person.structures.map((identifiant) => ({ value: identifiant, label: labelOf(portals, environment, identifiant) }))]} />
      <TextField name="login" label="Compte technique à réinitialiser" hint="Pour une réinitialisation, s'il y en a plusieurs." value={form.text("login")} mistakes={mistakes} />
      <Buttons><button>Soumettre</button></Buttons>
    </Form>
  ), mistakes.size > 0 ? 422 : undefined);
}

export function submit(visit: PersonVisit): Shown {
  const { form, person } = visit;
  const structure = form.text("structure");
  if (!person.structures.includes(structure)) return request(visit, new Map([["structure", "Choisissez la structure."]]));
  return form.text("type") === "creation" ? create(visit, structure) : prepareReset(visit, structure);
}

/** The account has the rights of its gestionnaire principal, on all his structures. */
function create(visit: PersonVisit, structure: string): Shown {
  const { environment, person, portals, session } = visit;
  const login = nextLogin(visit, structure);
  const motDePasse = newPassword(visit, login);
  const now = portals.clock.iso();
  const rights = Object.entries(person.abonnements ?? {}).map(([identifiant, espaces]) => [identifiant, Object.keys(espaces) as EspaceId[]] as const);
  const habilitations = person.abonnements === undefined ? {} : { habilitations: { ...Object.fromEntries(person.structures.map((one) => [one, [] as EspaceId[]])), ...Object.fromEntries(rights) } };
  put(portals, environment, "comptesTechniques", login, {
    motDePasse, structure, rattachements: person.structures.filter((one) => one !== structure), ...habilitations, motDePasseChangeLe: now, creeLe: now,
  });
  sendMail(visit, login, "[Chorus Pro] Création du compte utilisateur technique");
  session.once.set(onceKey(visit, SHOWN), { of: login, secret: motDePasse });
  return redirect(rootOf(environment, "comptes-techniques/affichage"), "Le compte technique est créé. Il répondra dans 30 minutes environ.", [
    { action: "create-compte-technique", environment, about: login },
    ...person.structures.map((one) => ({ action: "attach-structure", environment, about: `${one} : ${login}` })),
  ]);
}

/** The new password is shown first: whoever submits has stored it, and the old one dies at once. */
function prepareReset(visit: PersonVisit, structure: string): Shown {
  const { environment, form, session } = visit;
  const logins = accountsOf(visit, structure).map(([login]) => login);
  const login = form.text("login") || (logins.length === 1 ? logins[0] ?? "" : "");
  if (!logins.includes(login)) {
    return request(visit, new Map([["login", logins.length === 0 ? "Cette structure n'a pas de compte technique." : `Indiquez lequel : ${logins.join(", ")}.`]]));
  }
  session.once.set(onceKey(visit, RESET), { of: login, secret: newPassword(visit, login) });
  return redirect(rootOf(environment, "comptes-techniques/reinitialisation"));
}

export function resetPage(visit: PersonVisit): Page {
  const prepared = visit.session.once.get(onceKey(visit, RESET));
  if (prepared === undefined) return notFound();
  return portalPage(visit, "Réinitialisation du mot de passe d'un compte technique", (
    <Form visit={visit} action={rootOf(visit.environment, "comptes-techniques/reinitialisation")}>
      <p>Rangez le nouveau mot de passe avant de soumettre : l'ancien mourra aussitôt.</p>
      <Facts facts={[["Login", prepared.of], ["Nouveau mot de passe", <span class="secret">{prepared.secret}</span>]]} />
      <Buttons><button>Soumettre</button> <a class="button quiet" href={rootOf(visit.environment, "comptes-techniques")}>Annuler</a></Buttons>
    </Form>
  ));
}

export function reset(visit: PersonVisit): Shown {
  const { environment, person, portals, session } = visit;
  const prepared = visit.session.once.get(onceKey(visit, RESET));
  const account = own(portals.store.scenario().environments[environment]?.comptesTechniques, prepared?.of ?? "");
  if (prepared === undefined || account === undefined || !person.structures.includes(account.structure)) return notFound();
  session.once.delete(onceKey(visit, RESET));
  put(portals, environment, "comptesTechniques", prepared.of, { ...account, motDePasse: prepared.secret, motDePasseChangeLe: portals.clock.iso() });
  sendMail(visit, prepared.of, "[Chorus Pro] Réinitialisation du mot de passe du compte utilisateur technique");
  return redirect(rootOf(environment, "comptes-techniques"), `Le mot de passe de ${prepared.of} est réinitialisé, pour 424 jours.`,
    [{ action: "reset-password", environment, about: prepared.of }]);
}

/** Login and password, this once; the PDF is there as long as the page was not left for another account. */
export function shownOnce(visit: PersonVisit): Page {
  const shown = visit.session.once.get(onceKey(visit, SHOWN));
  if (shown === undefined) return notFound();
  const isFirst = visit.session.once.get(onceKey(visit, SEEN))?.of !== shown.of;
  visit.session.once.set(onceKey(visit, SEEN), { of: shown.of, secret: "" });
  return portalPage(visit, "Compte technique créé", isFirst
    ? (
      <>
        <p>Le mot de passe n'est affiché qu'une seule fois.</p>
        <Facts facts={[["Login", <span class="secret">{shown.of}</span>], ["Mot de passe", <span class="secret">{shown.secret}</span>]]} />
        <p class="buttons"><a class="button" href={rootOf(visit.environment, "comptes-techniques/informations.pdf")}>Exporter en PDF</a></p>
        <p class="hint">Le PDF contient le mot de passe : ce n'est pas une preuve à joindre.</p>
      </>
    )
    : <p>Le mot de passe de {shown.of} a été affiché : il ne le sera plus. S'il est perdu, <a href={rootOf(visit.environment, "comptes-techniques")}>réinitialisez-le</a>.</p>);
}

export function exportPdf(visit: PersonVisit): File | Page {
  const shown = visit.session.once.get(onceKey(visit, SHOWN));
  if (shown === undefined) return notFound();
  visit.session.once.delete(onceKey(visit, SHOWN));
  const lines = ["Chorus Pro (SIMULATION)", "Informations de connexion du compte technique", `Login : ${shown.of}`, `Mot de passe : ${shown.secret}`];
  return { kind: "file", answer: { status: 200, headers: { "content-type": "application/pdf", "content-disposition": 'attachment; filename="compte-technique.pdf"' }, body: pdf(lines) } };
}

/** `TECH_<n>_<identifiant>@cpro.fr`, n from 1. A login and its password are told apart at the first colon: it has none. */
function nextLogin(visit: PersonVisit, structure: string): string {
  const taken = visit.portals.store.scenario().environments[visit.environment]?.comptesTechniques ?? {};
  const loginOf = (index: number): string => `TECH_${index}_${structure.replaceAll(":", "")}@cpro.fr`;
  let index = 1;
  while (Object.hasOwn(taken, loginOf(index))) index++;
  return loginOf(index);
}

function accountsOf({ environment, portals }: PersonVisit, structure: string): readonly (readonly [string, ScenarioAccount])[] {
  return Object.entries(portals.store.scenario().environments[environment]?.comptesTechniques ?? {}).filter(([, account]) => account.structure === structure);
}

const newPassword = ({ portals }: PersonVisit, login: string): string => password(draw(Math.floor(portals.random() * 2 ** 31), "portail", login));

function sendMail({ person, portals }: PersonVisit, login: string, subject: string): void {
  portals.mailbox.send({ at: portals.clock.iso(), to: person.login, subject, text: `Le compte ${login} peut être utilisé 30 minutes environ après sa création. Ce courriel ne contient pas son mot de passe.` });
}

/** For the eyes of who asked, where he asked: others sign in from the same browser. */
const onceKey = ({ environment, person }: PersonVisit, what: string): string => `${what}/${environment}/${person.login}`;

const TYPES = [
  { value: "creation", label: "Création d'un compte technique" },
  { value: "reinitialisation", label: "Réinitialisation du mot de passe d'un compte technique" },
];
const SHOWN = "compte technique";
const RESET = "réinitialisation";
const SEEN = "compte technique vu";
