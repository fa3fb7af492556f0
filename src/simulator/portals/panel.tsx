import type { JSX } from "preact";
import type { LastClick } from "./sessions.ts";
import type { ClosedStep, Visit } from "./portals.ts";
import { spelled } from "./spelled.ts";

/** Beside every page: what the last click changed in the answers of the APIs, which step it closes, and the time. */
export function Panel({ visit }: { readonly visit: Visit }): JSX.Element {
  const { portals: { clock, mailbox }, session } = visit;
  return (
    <aside aria-labelledby="simulation">
      <h2 id="simulation">La simulation</h2>
      <p><a href="/simulation/courriels">Courriels simulés ({mailbox.all().length})</a> · <a href="/">Les portails</a></p>
      <section aria-labelledby="horloge">
        <h3 id="horloge">L'horloge</h3>
        <p><time dateTime={clock.iso()}>{spelled(clock.iso())}</time> (UTC)</p>
        <form method="post" action="/simulation/horloge">
          <input type="hidden" name="csrf" value={session.csrf} />
          <input type="hidden" name="retour" value={visit.path} />
          <button class="quiet" name="avance" value="30m">Avancer de 30 minutes</button>{" "}
          <button class="quiet" name="avance" value="1j">d'un jour</button>{" "}
          <button class="quiet" name="avance" value="410j">de 410 jours</button>
        </form>
      </section>
      <section aria-labelledby="clic"><h3 id="clic">Ce que le dernier clic a changé</h3><Changes lastClick={session.lastClick} /></section>
    </aside>
  );
}

function Changes({ lastClick }: { readonly lastClick: LastClick | undefined }): JSX.Element {
  if (lastClick === undefined) return <p>Rien encore : les boutons des portails changent ce que les API répondent.</p>;
  const { changes, closes } = lastClick;
  return (
    <>
      {changes.length === 0
        ? <p>Aucune réponse d'API n'a changé : ce qui vient d'être fait ne se voit par aucune API.</p>
        : (
          <ul class="changes">
            {changes.slice(0, MOST).map(({ request, as, before, after }) => (
              <li><code>{request}</code><br /><span>{as}</span><br /><span class="answers"><span>{before}</span> → <strong>{after}</strong></span></li>
            ))}
          </ul>
        )}
      {changes.length > MOST && <p>… et {changes.length - MOST} autres.</p>}
      {closes.length > 0 && <><p>Étapes de <code>chorus plan</code> que cela ferme, une fois prouvées :</p><ul class="closes">{closes.map((step) => <Step step={step} />)}</ul></>}
    </>
  );
}

function Step({ step: { action, environment, about } }: { readonly step: ClosedStep }): JSX.Element {
  return <li><code>{action}</code>{environment === undefined ? "" : ` (${environment})`} : {about}</li>;
}

const MOST = 12;
