import type { Answer } from "../answer.ts";
import type { HttpRequest } from "../http-request.ts";
import { answerChanges } from "./changes/answer-changes.ts";
import { EMPTY_FORM, readForm } from "./form.ts";
import { renderPage } from "./layout.tsx";
import { isOwnHost } from "./own-host.ts";
import type { Portals, Redirect, Shown, Visit } from "./portals.ts";
import { matchScreen } from "./screens.ts";
import { STYLESHEET, STYLESHEET_PATH } from "./stylesheet.ts";
import { notFound, refusedForm } from "./simulation/refusals.tsx";

/**
 * The pages of the two portals, for a browser. Whoever comes gets a session; a form counts only with that session's
 * token, from a page that this simulator served under a name of this machine.
 */
export function answerPortals(request: HttpRequest, portals: Portals): Answer {
  if (request.path === STYLESHEET_PATH) return { status: 200, headers: { ...SAFE, "content-type": "text/css;charset=utf-8" }, body: STYLESHEET };
  if (!portals.exposed && !isOwnHost(request.header("host"))) return { status: 421, headers: { "content-type": "text/plain" }, body: "Misdirected Request" };
  const opened = portals.sessions.open(/(?:^|;\s*)chorus=([\w-]+)/.exec(request.header("cookie") ?? "")?.[1]);
  // Nobody sees the page of a HEAD: what is shown once stays for who will.
  const session = request.method === "HEAD" ? { ...opened, once: new Map(opened.once) } : opened;
  const isPost = request.method === "POST";
  const form = isPost ? readForm(request.body, request.header("content-type") ?? "") : EMPTY_FORM;
  const visit: Visit = { portals, session, path: request.path, parameters: {}, query: request.query, form };
  const found = matchScreen(request.method, request.segments);
  if (found === undefined) return answerOf(notFound(), visit);
  if (isPost && form.text("csrf") !== session.csrf) return answerOf(refusedForm(), visit);
  const asked = { ...visit, parameters: found.parameters };
  return answerOf(isPost ? click(found.screen.answer, asked) : found.screen.answer(asked), asked);
}

/** Presses a button, and notes what it changed for the page that follows. */
function click(press: (visit: Visit) => Shown, visit: Visit): Shown {
  const { portals: { store, clock }, session } = visit;
  const before = { scenario: store.scenario(), now: clock.now() };
  const shown = press(visit);
  const after = { scenario: store.scenario(), now: clock.now() };
  if (after.scenario !== before.scenario || after.now - before.now >= A_MINUTE_MS) {
    session.lastClick = { changes: answerChanges(before, after), closes: closesOf(shown) };
  }
  return shown;
}

const closesOf = (shown: Shown): Required<Redirect>["closes"] => (shown.kind === "redirect" ? (shown.closes ?? []) : []);

function answerOf(shown: Shown, visit: Visit): Answer {
  const cookie = { ...SAFE, "set-cookie": `chorus=${visit.session.id}; Path=/; HttpOnly; SameSite=Strict` };
  switch (shown.kind) {
    case "file":
      return { ...shown.answer, headers: { ...cookie, ...shown.answer.headers } };
    case "redirect":
      if (shown.said !== undefined) visit.session.said = shown.said;
      return { status: 303, headers: { ...cookie, location: shown.to } };
    case "page": {
      const html = renderPage(shown, visit);
      delete visit.session.said;
      return { status: shown.status ?? 200, headers: { ...cookie, "content-type": "text/html;charset=utf-8" }, body: html };
    }
  }
}

const A_MINUTE_MS = 60_000;

/** No script, nothing from elsewhere, no frame, nothing kept: passwords are on these pages. */
const SAFE = {
  "content-security-policy": "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};
