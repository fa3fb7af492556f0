import { own } from "../../own.ts";
import { spelled } from "../spelled.ts";
import { redirect, type Page, type Redirect, type Screen, type Visit } from "../portals.ts";

/** What the simulation adds to the portals: where they are, the e-mails they would send, and the time. */
export const SIMULATION_SCREENS: readonly Screen[] = [
  { method: "GET", path: "", answer: home },
  { method: "GET", path: "simulation/courriels", answer: mails },
  { method: "POST", path: "simulation/horloge", answer: advance },
];

function home(): Page {
  return {
    kind: "page",
    portal: "simulation",
    title: "Les portails simulés",
    body: (
      <>
        <p>Ce que l'on fait ici change aussitôt ce que les API de ce simulateur répondent, et donc ce que <code>chorus plan</code> dit.</p>
        <ul class="cards">
          <li><h2><a href="/piste">PISTE</a></h2><p>Le compte, les applications, les CGU, les API et les identifiants Oauth, pour les deux environnements.</p></li>
          <li><h2><a href="/chorus-pro/qualification">Chorus Pro : qualification</a></h2><p>Le matelas de données, puis l'espace, le raccordement et le compte technique.</p></li>
          <li><h2><a href="/chorus-pro/production">Chorus Pro : production</a></h2><p>L'espace, le raccordement et le compte technique des vraies structures.</p></li>
        </ul>
      </>
    ),
  };
}

function mails({ portals: { mailbox } }: Visit): Page {
  return {
    kind: "page",
    portal: "simulation",
    title: "Courriels simulés",
    body: mailbox.all().length === 0
      ? <p>Aucun courriel encore. Rien n'est jamais envoyé : ce que les portails enverraient se lit ici.</p>
      : (
        <ol class="mails">
          {mailbox.all().map(({ at, to, subject, text, link }) => (
            <li>
              <h2>{subject}</h2>
              <p>À {to}, le <time dateTime={at}>{spelled(at)}</time></p>
              <p>{text}</p>
              {link !== undefined && <p><a href={link.href}>{link.label}</a></p>}
            </li>
          ))}
        </ol>
      ),
  };
}

function advance({ portals: { clock }, form }: Visit): Redirect {
  const ms = own(STEPS_MS, form.text("avance")) ?? 0;
  clock.advance(ms);
  return redirect(pageOf(form.text("retour")), ms === 0 ? undefined : `Il est maintenant ${spelled(clock.iso())} (UTC) dans la simulation.`);
}

/** The page where the button was; nothing beyond this simulator, nor what no header can hold. */
function pageOf(path: string): string {
  return /^\/(?!\/)[!-[\]-~]*$/.test(path) ? path : "/";
}

const DAY_MS = 86_400_000;
const STEPS_MS: { readonly [step: string]: number } = { "30m": 30 * 60_000, "1j": DAY_MS, "410j": 410 * DAY_MS };
