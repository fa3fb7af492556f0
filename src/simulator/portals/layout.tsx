import type { ComponentChildren, JSX } from "preact";
import { render } from "preact-render-to-string";
import { Panel } from "./panel.tsx";
import { CHORUS_PRO_NAMES, navigationOf } from "./navigation.ts";
import type { Page, Visit } from "./portals.ts";
import { STYLESHEET_PATH } from "./stylesheet.ts";

/** A whole page: the portal's own part, and beside it what the simulation has to say. */
export function renderPage(page: Page, visit: Visit): string {
  return `<!doctype html>${render(<Document page={page} visit={visit} />)}`;
}

function Document({ page, visit }: { readonly page: Page; readonly visit: Visit }): JSX.Element {
  const site = siteOf(page);
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.title} · ${site} (simulation)`}</title>
        <link rel="stylesheet" href={STYLESHEET_PATH} />
        <link rel="icon" href="data:," />
      </head>
      <body class={page.portal}>
        <a class="skip" href="#contenu">Aller au contenu</a>
        <section class="banner" aria-label="Avertissement"><strong>Simulation</strong> : rien ici n'est {page.portal === "chorus-pro" ? "Chorus Pro" : page.portal === "piste" ? "PISTE" : "réel"}, tout est inventé, rien ne sort de ce simulateur.</section>
        <header>
          <p class="site"><a href={homeOf(page)}>{site}</a></p>
          <Navigation page={page} visit={visit} />
        </header>
        <div class="columns">
          <main id="contenu" tabindex={-1}>
            <h1>{page.title}</h1>
            {visit.session.said !== undefined && <p class="said" role="status">{visit.session.said}</p>}
            {page.body}
          </main>
          <Panel visit={visit} />
        </div>
      </body>
    </html>
  );
}

function Navigation({ page, visit }: { readonly page: Page; readonly visit: Visit }): JSX.Element | null {
  const { links, signedIn, signOut } = navigationOf(page, visit);
  if (links.length === 0) return null;
  return (
    <nav aria-label="Menu du portail">
      <ul>{links.map(({ href, label }) => <li><a href={href}>{label}</a></li>)}</ul>
      {signedIn !== undefined && <SignOut visit={visit} action={signOut ?? ""}>{signedIn}</SignOut>}
    </nav>
  );
}

function SignOut({ visit, action, children }: { readonly visit: Visit; readonly action: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <form class="sign-out" method="post" action={action}>
      <input type="hidden" name="csrf" value={visit.session.csrf} />
      <span>{children}</span> <button class="quiet">Se déconnecter</button>
    </form>
  );
}

const homeOf = ({ portal, environment }: Page): string => {
  if (portal === "simulation") return "/";
  return portal === "piste" ? "/piste" : `/chorus-pro/${environment ?? "production"}`;
};

const siteOf = ({ portal, environment }: Page): string => {
  if (portal === "piste") return "PISTE";
  return portal === "chorus-pro" ? CHORUS_PRO_NAMES[environment ?? "production"] : "Chorus : les portails simulés";
};
