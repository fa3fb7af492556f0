import { Aside, Buttons, Form, NO_MISTAKES, TextField } from "../elements.tsx";
import type { Mistakes } from "../elements.tsx";
import { redirect } from "../portals.ts";
import type { Page, Redirect, Shown, Visit } from "../portals.ts";
import { pisteAccount, pisteAccounts, pistePage } from "./account.tsx";
import { sendActivation } from "./registration.tsx";

export function pisteHome({ session }: Visit): Page {
  return pistePage("PISTE, le portail des API de l'État", (
    <>
      <p>Plateforme d'intermédiation : un compte, des applications, et les API de CHORUS PRO.</p>
      <ul>
        {session.piste === undefined && <li><a href="/piste/inscription">INSCRIPTION</a></li>}
        {session.piste === undefined && <li><a href="/piste/connexion">Connexion</a></li>}
        <li><a href="/piste/consentement-cgu-api">Consentement CGU API</a></li>
        <li><a href="/piste/applications">Applications</a></li>
      </ul>
    </>
  ));
}

export function signInPage(visit: Visit, mistakes: Mistakes = NO_MISTAKES): Page {
  const known = pisteAccounts(visit.portals.store.scenario());
  return pistePage("Connexion à PISTE", (
    <>
      <Form visit={visit} action="/piste/connexion" mistakes={mistakes}>
        <TextField name="email" type="email" label="Email" required value={visit.form.text("email")} autocomplete="username" mistakes={mistakes} />
        <TextField name="motDePasse" type="password" label="Mot de passe" required autocomplete="current-password" mistakes={mistakes} />
        <Buttons><button>Se connecter</button></Buttons>
      </Form>
      <p>Votre compte PISTE est différent de votre compte CHORUS PRO. <a href="/piste/inscription">Inscription</a></p>
      {known.length > 0 && (
        <Aside title="Simulation : qui peut se connecter ici">
          <ul>{known.slice(0, 20).map((email) => <li>{email}</li>)}</ul>
          <p>Un compte dont le monde ne dit pas le mot de passe accepte n'importe lequel.</p>
        </Aside>
      )}
    </>
  ), mistakes.size > 0 ? 422 : undefined);
}

export function signIn(visit: Visit): Shown {
  const { form, portals, session } = visit;
  const email = form.text("email");
  const account = pisteAccount(portals.store.scenario(), email);
  if (account === undefined || (account.motDePasse !== undefined && account.motDePasse !== form.text("motDePasse"))) {
    return signInPage(visit, new Map([["email", "Email ou mot de passe incorrect."]]));
  }
  if (account.actif === false) {
    sendActivation(portals, email);
    return signInPage(visit, new Map([["email", "Ce compte n'est pas activé : suivez le lien du courriel d'activation, qui vient d'être renvoyé."]]));
  }
  session.piste = email;
  return redirect("/piste/applications");
}

export function signOut({ session }: Visit): Redirect {
  delete session.piste;
  return redirect("/piste", "Vous êtes déconnecté.");
}
