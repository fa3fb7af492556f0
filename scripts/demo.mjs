// The whole loop on one screen: plan, a person at work, apply, an attestation, plan. Over real HTTP, against the simulator.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "chorus-demo-"));
const language = process.env.CHORUS_LANG === "en" ? "en" : "fr";

/** What is said around the commands. */
const SAY = {
  fr: {
    begin: "Une configuration, rien encore de fait dans les portails : que faut-il ?",
    person: "Une personne suit le plan : toute la qualification ; en production, l'application sur PISTE, en oubliant une API",
    apply: "Chorus regarde lui-même, et enregistre ce qui est prouvé",
    attest: "Ce qu'aucune API ne dit, la personne l'atteste",
    seen: "Raccordements EDI et API > Gérer raccordement API : la ligne y est",
    again: "Et maintenant, que reste-t-il ?",
  },
  en: {
    begin: "A configuration, nothing done yet in the portals: what does it take?",
    person: "A person follows the plan: all of qualification; in production the application on PISTE, forgetting one API",
    apply: "Chorus looks for itself, and records what is proven",
    attest: "What no API tells, the person attests",
    seen: "Raccordements EDI et API > Gérer raccordement API: the line is there",
    again: "And now, what is left?",
  },
}[language];

const ATTESTED = [
  "qualification/espace/moe/raccordements",
  "qualification/raccordement/principale/moe",
  // No route of these two APIs is known for sure: what their absence looks like proves nothing.
  ...["qualification", "production"].flatMap((environment) =>
    ["assistance", "factures-travaux"].flatMap((api) => [
      `${environment}/cgu/principal/${api}`,
      `${environment}/subscription/principale/${api}`,
    ]),
  ),
];

const simulator = await startSimulator();
try {
  await cp(join(root, "chorus.config.yaml"), join(folder, "chorus.config.yaml"));
  const before = { ...simulator.variables, CHORUS_LANG: language };
  title(SAY.begin);
  await chorus(["plan"], before);

  title(SAY.person);
  const done = JSON.parse(await readFile(join(root, "examples/simulation/half-way.json"), "utf8"));
  await change(simulator.url, withPasswordOfLastMonth(done));
  const after = { ...before, ...secretsShownBy(done) };

  title(SAY.attest);
  await chorus(["attest", ...ATTESTED, "--by", "Camille Durand", "--seen", SAY.seen], after);

  title(SAY.apply);
  await chorus(["apply"], after);

  title(SAY.again);
  await chorus(["plan"], after);
} finally {
  simulator.stop();
  await rm(folder, { recursive: true, force: true });
}

function title(text) {
  process.stdout.write(`\n\u001b[1;7m ${text} \u001b[0m\n\n`);
}

/** Runs a command as a person would, and shows it. */
async function chorus(args, variables) {
  process.stdout.write(`$ chorus ${args.map((arg) => (/^[\w./@=-]+$/.test(arg) ? arg : `"${arg}"`)).join(" ")}\n`);
  const child = spawn(process.execPath, [join(root, "dist/cli.js"), ...args], {
    cwd: folder,
    env: { ...process.env, ...variables },
    stdio: "inherit",
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`chorus ${args[0]} ended with ${code}`);
}

/** The simulator as another process, on a free port; its variables lead every command to it. */
async function startSimulator() {
  const scenario = join(root, "examples/simulation/empty.yaml");
  const child = spawn(process.execPath, [join(root, "dist/cli.js"), "simulate", scenario, "--print-env"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const variables = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^export (\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined) variables[name] = value;
    if (name === "CHORUS_TRUST") break;
  }
  const url = new URL(variables.CHORUS_QUALIFICATION_API_URL ?? "about:blank").origin;
  return { url, variables, stop: () => child.kill() };
}

/** What the person clicked, as the simulator's admin endpoint takes it (a JSON merge patch). */
async function change(url, patch) {
  const answer = await fetch(`${url}/admin/scenario`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(patch),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

function withPasswordOfLastMonth(patch) {
  const copy = structuredClone(patch);
  for (const account of Object.values(copy.environments.qualification.comptesTechniques)) {
    account.motDePasseChangeLe = new Date(Date.now() - 30 * 86_400_000).toISOString();
  }
  return copy;
}

/** The portals showed them once; the person put each where the plan said. */
function secretsShownBy({ environments }) {
  const [sandbox] = Object.values(environments.qualification.applications);
  const [account] = Object.values(environments.qualification.comptesTechniques);
  const [application] = Object.values(environments.production.applications);
  return {
    CHORUS_QUALIFICATION_CLIENT_ID: sandbox.clientId,
    CHORUS_QUALIFICATION_CLIENT_SECRET: sandbox.clientSecret,
    CHORUS_QUALIFICATION_PASSWORD: account.motDePasse,
    CHORUS_PRODUCTION_CLIENT_ID: application.clientId,
    CHORUS_PRODUCTION_CLIENT_SECRET: application.clientSecret,
  };
}
