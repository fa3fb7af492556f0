import type { Environment, Scenario } from "../../../src/simulator/scenario.ts";
import { startSimulator } from "../../../src/simulator/simulator.ts";
import type { Simulator, SimulatorOptions } from "../../../src/simulator/simulator.ts";
import { START_MS } from "../scenario-fixture.ts";
import { PEOPLE_PASSWORD, PORTAL_WORLD } from "./world.ts";

/** A page as a browser gets it, and what the tests look for in it. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** Without markup. */
  readonly text: string;
  readonly title: string;
  readonly location: string | undefined;
  /** Names of the fields that are marked wrong, in the order of the page. */
  readonly wrong: readonly string[];
  /** Where the list of mistakes on top leads. */
  readonly leadsTo: readonly string[];
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** One browser: its cookie, and the token of the last page. */
export class Visitor {
  cookie = "";
  csrf = "";
  readonly simulator: Simulator;

  constructor(simulator: Simulator) {
    this.simulator = simulator;
  }

  get(path: string, method = "GET"): Promise<Seen> {
    return this.#ask(path, { method });
  }

  /** Sends a form with the session's token, unless `fields` says another. */
  async post(path: string, fields: Fields = {}): Promise<Seen> {
    if (this.csrf === "") await this.get("/");
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ csrf: this.csrf, ...fields })) {
      for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
    }
    return this.#ask(path, { method: "POST", body });
  }

  /** Sends a form and looks at the page where that leads. */
  async send(path: string, fields: Fields = {}): Promise<Seen> {
    const sent = await this.post(path, fields);
    return sent.location === undefined ? sent : this.get(sent.location);
  }

  async toPiste(email: string, motDePasse = PEOPLE_PASSWORD): Promise<this> {
    await this.post("/piste/connexion", { email, motDePasse });
    return this;
  }

  async toChorusPro(environment: Environment, login: string, motDePasse = PEOPLE_PASSWORD): Promise<this> {
    await this.post(`/chorus-pro/${environment}/connexion`, { login, motDePasse });
    if (environment === "production") await this.post("/chorus-pro/production/code", { code: await this.lastCode() });
    return this;
  }

  async lastCode(): Promise<string> {
    return /code à six chiffres : (\d{6})/.exec((await this.get("/simulation/courriels")).text)?.[1] ?? "";
  }

  async advance(avance: "30m" | "1j" | "410j"): Promise<void> {
    await this.post("/simulation/horloge", { avance, retour: "/" });
  }

  async #ask(path: string, init: RequestInit): Promise<Seen> {
    const response = await fetch(`${this.simulator.url}${path}`, { ...init, redirect: "manual", headers: this.cookie === "" ? {} : { cookie: this.cookie } });
    const html = await response.text();
    this.cookie = response.headers.get("set-cookie")?.split(";")[0] ?? this.cookie;
    this.csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? this.csrf;
    return {
      status: response.status,
      headers: response.headers,
      html,
      text: textOf(html),
      title: textOf(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? ""),
      location: response.headers.get("location") ?? undefined,
      wrong: [...html.matchAll(/<(?:input|select)\b[^>]*>/g)].filter(([tag]) => tag.includes('aria-invalid="true"')).map(([tag]) => / name="([^"]+)"/.exec(tag)?.[1] ?? ""),
      leadsTo: [...(/<div class="mistakes".*?<\/ul>/s.exec(html)?.[0] ?? "").matchAll(/href="#([^"]+)"/g)].map(([, name]) => name ?? ""),
    };
  }
}

/** What is between the tags. */
export const textOf = (html: string): string =>
  html.replaceAll(/<[^>]+>/g, " ").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&").replaceAll(/\s+/g, " ").trim();

export async function openPortals(scenario: Scenario = PORTAL_WORLD, options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  return startSimulator(scenario, { now: () => START_MS, random: sequence(7), ...options });
}

function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `name` of every box that is greyed, with its value. */
export const greyed = (html: string): readonly string[] =>
  [...html.matchAll(/<input\b[^>]*\bdisabled\b[^>]*>/g)].map(([tag]) => / value="([^"]+)"/.exec(tag)?.[1] ?? "");

/** What the panel says of the last click. */
export interface PanelChange {
  readonly request: string;
  readonly as: string;
  readonly before: string;
  readonly after: string;
}

export const changesIn = (html: string): readonly PanelChange[] =>
  [...html.matchAll(/<li><code>(.*?)<\/code><br\s?\/?><span>(.*?)<\/span><br\s?\/?><span class="answers"><span>(.*?)<\/span> → <strong>(.*?)<\/strong><\/span><\/li>/gs)]
    .map(([, request = "", as = "", before = "", after = ""]) => ({ request: textOf(request), as: textOf(as), before: textOf(before), after: textOf(after) }));

/** The steps that the panel says are closed. */
export const closedIn = (html: string): readonly string[] =>
  [...(/<ul class="closes">.*?<\/ul>/s.exec(html)?.[0] ?? "").matchAll(/<li>(.*?)<\/li>/gs)].map(([, step = ""]) => textOf(step));
