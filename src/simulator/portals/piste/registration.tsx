import { own } from "../../own.ts";
import { put, putPisteAccount } from "../change-scenario.ts";
import { Buttons, Checkbox, Choice, Form, NO_MISTAKES, TextField } from "../elements.tsx";
import type { Mistakes } from "../elements.tsx";
import { redirect } from "../portals.ts";
import type { Page, Portals, Shown, Visit } from "../portals.ts";
import { pisteAccount, pistePage } from "./account.tsx";

/** « Inscription »: every field of the guide of 2020, and the rules of a password. */
export function registration(visit: Visit, mistakes: Mistakes = NO_MISTAKES): Page {
  const { form } = visit;
  return pistePage("Inscription", (
    <Form visit={visit} action="/piste/inscription" mistakes={mistakes}>
      <TextField name="nom" label="Nom" required value={form.text("nom")} mistakes={mistakes} />
      <TextField name="email" type="email" label="Email" hint="Cette adresse email sera votre identifiant d'accès au portail." required value={form.text("email")} mistakes={mistakes} />
      <TextField name="motDePasse" type="password" label="Mot de passe" hint="12 caractères au moins : majuscule, minuscule, chiffre et caractère spécial." required mistakes={mistakes} />
      <TextField name="confirmation" type="password" label="Confirmer le mot de passe" required mistakes={mistakes} />
      <Choice name="organisation" label="Nom de l'organisation" hint="Pour accéder aux API de CHORUS PRO, choisissez Universelle." required value={form.text("organisation")} mistakes={mistakes}
        options={["", "Universelle", "Autre organisation"].map((value) => ({ value, label: value === "" ? "Choisir…" : value }))} />
      <Checkbox id="code" name="code" value="oui" label="Je possède un code d'organisation (Contactez l'administrateur de votre organisation pour obtenir un code)" checked={form.text("code") !== ""} />
      <Checkbox id="newsletters" name="newsletters" value="oui" label="J'accepte de recevoir les newsletters" checked={form.text("newsletters") !== ""} />
      <Checkbox id="enquetes" name="enquetes" value="oui" label="J'accepte de recevoir les enquêtes de satisfaction" checked={form.text("enquetes") !== ""} />
      <Checkbox id="cgu" name="cgu" value="oui" label="J'accepte les termes des CGU" checked={form.text("cgu") !== ""} mistakes={mistakes} />
      <p><a href="/piste/referencement">Lien vers le référencement des API</a></p>
      <Buttons><button>S'inscrire</button></Buttons>
    </Form>
  ), mistakes.size > 0 ? 422 : undefined);
}

export function register(visit: Visit): Shown {
  const { form, portals } = visit;
  const mistakes = mistakesOf(visit);
  if (mistakes.size > 0) return registration(visit, mistakes);
  const email = form.text("email");
  putPisteAccount(portals, email, { nom: form.text("nom"), motDePasse: form.text("motDePasse"), organisation: form.text("organisation"), actif: false });
  sendActivation(portals, email);
  return redirect("/piste", `Un courriel d'activation a été envoyé à ${email} (voir « Courriels simulés »).`);
}

/** A link in an e-mail, valid five days. */
export function sendActivation({ activations, clock, mailbox, secret }: Portals, email: string): void {
  const key = secret();
  activations.set(key, { email, until: clock.now() + ACTIVATION_MS });
  mailbox.send({
    at: clock.iso(),
    to: email,
    subject: "PISTE : activation de votre compte",
    text: "Suivez ce lien pour activer votre compte. Il est valable 5 jours.",
    link: { href: `/piste/activation/${key}`, label: "Activer mon compte" },
  });
}

function mistakesOf({ form, portals }: Visit): Mistakes {
  const mistakes = new Map<string, string>();
  const [email, password] = [form.text("email"), form.text("motDePasse")];
  if (form.text("nom") === "") mistakes.set("nom", "Indiquez votre nom.");
  if (!/^[^\s@:]+@[^\s@:]+\.[^\s@:]+$/.test(email)) mistakes.set("email", "Indiquez une adresse email valide.");
  else if (pisteAccount(portals.store.scenario(), email) !== undefined) mistakes.set("email", "Un compte existe déjà à cette adresse.");
  if (!isStrong(password)) mistakes.set("motDePasse", "Le mot de passe doit avoir 12 caractères au moins : majuscule, minuscule, chiffre et caractère spécial.");
  if (form.text("confirmation") !== password) mistakes.set("confirmation", "Les deux mots de passe diffèrent.");
  if (form.text("organisation") === "") mistakes.set("organisation", "Choisissez une organisation.");
  if (form.text("cgu") === "") mistakes.set("cgu", "Acceptez les termes des CGU.");
  return mistakes;
}

/** PISTE's rule, 2023-2026. */
const isStrong = (password: string): boolean =>
  password.length >= 12 && [/\p{Lu}/u, /\p{Ll}/u, /\d/, /[^\p{L}\d\s]/u].every((kind) => kind.test(password));

/** The link of the e-mail asks once more: what only follows links must not activate anything. */
export function activation(visit: Visit): Page {
  const inactive = inactiveAccount(visit);
  if (inactive === undefined) {
    return pistePage("Ce lien ne vaut plus", <p>Le compte est déjà activé, ou le lien a plus de 5 jours. <a href="/piste/connexion">Se connecter</a></p>, 410);
  }
  return pistePage("Activation du compte", (
    <Form visit={visit} action={visit.path}>
      <p>Activer le compte {inactive.email} ?</p>
      <Buttons><button>Activer mon compte</button></Buttons>
    </Form>
  ));
}

/** PISTE makes an application for qualification by itself, named after the account (AIFE guide 2020, 2A). */
export function activate(visit: Visit): Shown {
  const { portals } = visit;
  const inactive = inactiveAccount(visit);
  if (inactive === undefined) return activation(visit);
  const { email, account } = inactive;
  putPisteAccount(portals, email, { ...account, actif: true });
  const name = `APP_SANDBOX_${email}`;
  const known = own(portals.store.scenario().environments.qualification?.applications, name);
  put(portals, "qualification", "applications", name, known ?? { compte: email, description: "SandBox Application", email, structure: "Autre", consentements: [], apis: [] });
  return redirect("/piste/connexion", "Votre compte est activé. PISTE a généré votre application SANDBOX.", [
    { action: "register-piste", about: email },
    { action: "create-sandbox-application", environment: "qualification", about: name },
  ]);
}

function inactiveAccount({ parameters: { key = "" }, portals: { activations, clock, store } }: Visit) {
  const link = activations.get(key);
  const account = link === undefined ? undefined : pisteAccount(store.scenario(), link.email);
  return link === undefined || account?.actif !== false || link.until < clock.now() ? undefined : { email: link.email, account };
}

const ACTIVATION_MS = 5 * 86_400_000;
