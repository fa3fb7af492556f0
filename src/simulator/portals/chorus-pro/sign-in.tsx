import type { Environment } from "../../scenario.ts";
import { Aside, Buttons, Form, NO_MISTAKES, TextField } from "../elements.tsx";
import type { Mistakes } from "../elements.tsx";
import { redirect } from "../portals.ts";
import type { Page, Redirect, Shown } from "../portals.ts";
import { menuOf, personOf } from "./people.ts";
import type { Person } from "./people.ts";
import { portalPage, rootOf } from "./portal.tsx";
import type { PortalVisit } from "./portal.tsx";

export function signInPage(visit: PortalVisit, mistakes: Mistakes = NO_MISTAKES): Page {
  const { environment, form, portals } = visit;
  const { gestionnaires = {}, utilisateurs = {} } = portals.store.scenario().environments[environment] ?? {};
  const known = [...Object.entries(gestionnaires), ...Object.entries(utilisateurs)].slice(0, 20);
  return portalPage(visit, "Connexion", (
    <>
      <Form visit={visit} action={rootOf(environment, "connexion")} mistakes={mistakes}>
        <TextField name="login" label="Identifiant" required value={form.text("login")} autocomplete="username" mistakes={mistakes} />
        <TextField name="motDePasse" type="password" label="Mot de passe" required autocomplete="current-password" mistakes={mistakes} />
        <Buttons><button>Se connecter</button></Buttons>
      </Form>
      {environment === "qualification" && <p>Pas encore de compte ? <a href={rootOf(environment, "matelas")}>Mon matelas de données</a> en donne : « Login compte GP ».</p>}
      <Aside title="Simulation : qui peut se connecter ici">
        {known.length === 0
          ? <p>Personne encore dans ce monde.</p>
          : <ul>{known.map(([login, { motDePasse }]) => <li><code>{login}</code> : {motDePasse === undefined ? "n'importe quel mot de passe" : <code>{motDePasse}</code>}</li>)}</ul>}
      </Aside>
    </>
  ), mistakes.size > 0 ? 422 : undefined);
}

/** In production a second factor is asked of every user (since 19/09/2024). */
export function signIn(visit: PortalVisit): Shown {
  const { environment, form, portals, session } = visit;
  const person = personOf(portals.store.scenario().environments[environment] ?? {}, form.text("login"));
  if (person === undefined || (person.motDePasse !== undefined && person.motDePasse !== form.text("motDePasse"))) {
    return signInPage(visit, new Map([["login", "Identifiant ou mot de passe incorrect."]]));
  }
  if (environment === "qualification") return enter(visit, person);
  const code = String(Math.floor(portals.random() * 1_000_000)).padStart(6, "0");
  session.once.set(codeOf(environment), { of: person.login, secret: code });
  portals.mailbox.send({ at: portals.clock.iso(), to: person.login, subject: "[Chorus Pro] Votre code de connexion", text: `Votre code à six chiffres : ${code}`, link: { href: rootOf(environment, "code"), label: "Saisir le code" } });
  return redirect(rootOf(environment, "code"));
}

export function codePage(visit: PortalVisit, mistakes: Mistakes = NO_MISTAKES): Page {
  return portalPage(visit, "Second facteur", (
    <Form visit={visit} action={rootOf(visit.environment, "code")} mistakes={mistakes}>
      <p>Un code à six chiffres a été envoyé à votre adresse de connexion (voir « <a href="/simulation/courriels">Courriels simulés</a> »).</p>
      <TextField name="code" label="Code à six chiffres" required autocomplete="one-time-code" mistakes={mistakes} />
      <Buttons><button>Valider</button></Buttons>
    </Form>
  ), mistakes.size > 0 ? 422 : undefined);
}

export function checkCode(visit: PortalVisit): Shown {
  const { environment, form, portals, session } = visit;
  const sent = session.once.get(codeOf(environment));
  const person = personOf(portals.store.scenario().environments[environment] ?? {}, sent?.of ?? "");
  if (person === undefined) return redirect(rootOf(environment, "connexion"));
  if (form.text("code").replaceAll(" ", "") !== sent?.secret) return codePage(visit, new Map([["code", "Ce code n'est pas celui qui vient d'être envoyé."]]));
  session.once.delete(codeOf(environment));
  return enter(visit, person);
}

function enter({ environment, portals, session }: PortalVisit, person: Person): Redirect {
  session.people.set(environment, { login: person.login, role: person.role, menu: menuOf(portals, environment, person) });
  return redirect(rootOf(environment));
}

export function signOut({ environment, session }: PortalVisit): Redirect {
  session.people.delete(environment);
  return redirect(rootOf(environment), "Vous êtes déconnecté.");
}

const codeOf = (environment: Environment): string => `code/${environment}`;
