import { put } from "../change-scenario.ts";
import { Buttons, Facts, Form } from "../elements.tsx";
import { redirect } from "../portals.ts";
import type { Page, Redirect } from "../portals.ts";
import { uuid } from "../uuid.ts";
import { pistePage } from "./account.tsx";
import { pathOf } from "./applications.tsx";
import type { ApplicationVisit } from "./applications.tsx";

/** « Authentification »: the API Keys that Chorus Pro's APIs refuse, and the *Identifiants Oauth* that they want. */
export function authentication(visit: ApplicationVisit): Page {
  const { environment, name, application: { clientId }, session } = visit;
  const shown = session.once.get(onceKey(visit))?.secret;
  session.once.delete(onceKey(visit));
  const action = pathOf(environment, name, "authentification");
  return pistePage(`Authentification : ${name}`, (
    <>
      <h2>API Keys</h2>
      <p>Aucune clé. Les API de Chorus Pro ne les acceptent pas : ce sont les identifiants Oauth qu'il faut.</p>
      <h2>Identifiants Oauth</h2>
      {clientId === undefined
        ? (
          <Form visit={visit} action={action}>
            <p>Aucun identifiant encore. Type : Confidentiel ; sans URL de rappel ni certificat X.509.</p>
            <Buttons><button name="action" value="generer">Générer</button></Buttons>
          </Form>
        )
        : (
          <>
            <Facts facts={[["Client id", <span class="secret">{clientId}</span>], ["Type", "Confidentiel"], ...(shown === undefined ? [] : [["Client secret", <span class="secret">{shown}</span>] as const])]} />
            <Form visit={visit} action={action}>
              <Buttons>
                <button name="action" value="consulter">Consulter le client secret</button>
                <button class="quiet" name="action" value="regenerer">Régénérer le client secret</button>
              </Buttons>
              <p class="hint">Régénérer tue aussitôt l'ancien : ce qui s'en sert est refusé.</p>
            </Form>
          </>
        )}
    </>
  ));
}

export function changeCredentials(visit: ApplicationVisit): Redirect {
  const { environment, name, application, form, portals, session } = visit;
  const to = pathOf(environment, name, "authentification");
  const asked = form.text("action");
  const { clientId, clientSecret } = application;
  if (clientId !== undefined && clientSecret !== undefined && asked === "consulter") {
    session.once.set(onceKey(visit), { of: name, secret: clientSecret });
    return redirect(to, "Le client secret est affiché ci-dessous, cette fois.");
  }
  if (clientId === undefined ? asked !== "generer" : asked !== "regenerer") return redirect(to);
  const made = { clientId: clientId ?? uuid(portals.random), clientSecret: uuid(portals.random) };
  put(portals, environment, "applications", name, { ...application, ...made });
  session.once.set(onceKey(visit), { of: name, secret: made.clientSecret });
  return redirect(to, clientId === undefined ? "Les identifiants sont générés." : "Le client secret est régénéré : l'ancien ne vaut plus rien.",
    [{ action: "generate-credentials", environment, about: name }]);
}

const onceKey = ({ environment, name }: ApplicationVisit): string => `secret/${environment}/${name}`;
