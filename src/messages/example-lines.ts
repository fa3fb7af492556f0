import type { CommandName, GroupName } from "./cli-messages.ts";

/**
 * Command lines that help shows, one to three a command, of a group some of its commands'; under the empty name, those of
 * the whole. What each does is said in
 * `en/examples.ts` and `fr/examples.ts`. A test reads each as the program does.
 */
export const EXAMPLE_LINES = {
  "": ["chorus init --practice", "chorus plan --offline", "chorus explain CHR-SIRET-KEY"],
  validate: ["chorus validate", "chorus validate --format json"],
  plan: ["chorus plan", "chorus plan --offline --actor gestionnaire", 'chorus plan --where "environment=production and due<30d"'],
  apply: ["chorus apply", "chorus apply plan.json", "chorus apply --non-interactive --detailed-exitcode"],
  refresh: ["chorus refresh", "chorus refresh --fail-on regression,past-due", "chorus refresh --max-age 24h --timeout 10m"],
  drift: ["chorus drift", "chorus drift --offline --format json"],
  doctor: ["chorus doctor", "chorus doctor --env production --trace exchanges.har"],
  attest: [
    'chorus attest production/raccordement/principale/siege --seen "the line is there" --until 2027-12-31',
    'chorus attest production/espace/siege/factures-emises --accept --reason "opened in spring" --until 2027-03-31',
  ],
  prove: ["chorus prove --client C00417 --out C00417.json", "chorus prove --client C00417 --key C00417-private.pem --out C00417.json"],
  collect: ["chorus collect C00417.json", "chorus collect C00417.json C01288.json --max-age 30d"],
  ask: ["chorus ask --actor gestionnaire", 'chorus ask production/compte-technique/principal --note "by e-mail"'],
  guide: [
    "chorus guide production/raccordement/principale/siege",
    "chorus guide production/compte-technique/principal --action reset-password",
    "chorus guide production/raccordement/principale/siege --call",
  ],
  worklist: ["chorus worklist --actor gestionnaire", "chorus worklist --each client --out messages --format markdown", "chorus worklist --each client --count"],
  note: ['chorus note production/compte-technique/principal --refused --note "not before June"', "chorus note production/compte-technique/principal --done"],
  status: ["chorus status", "chorus status --due 30d", "chorus status --format ics"],
  report: ["chorus report --out report.html", "chorus report --env production --format markdown", "chorus report --page 2"],
  show: ["chorus show plan.json", "chorus show plan.json --format markdown"],
  state: ["chorus state list", "chorus state history production/structure/siege", "chorus state migrate --to postgres:CHORUS_STATE_URL"],
  "state list": ["chorus state list", "chorus state list production/structure/siege", "chorus state list --count"],
  "state show": ["chorus state show production/structure/siege", "chorus state show production/structure/siege --format json"],
  "state history": ["chorus state history production/structure/siege"],
  "state move": ["chorus state move siege siege-social"],
  "state forget": ["chorus state forget production/structure/siege"],
  "state pull": ["chorus state pull --out state.jsonl"],
  "state push": ["chorus state push state.jsonl"],
  "state migrate": ["chorus state migrate --to postgres:CHORUS_STATE_URL", "chorus state migrate --to file"],
  "state restore": ["chorus state restore"],
  "state unlock": ["chorus state unlock"],
  "state merge": ['git config merge.chorus-state.driver "chorus state merge %O %A %B"'],
  init: ["chorus init", "chorus init --practice", "chorus init --topology concentrateur --ci gitlab"],
  add: ["chorus add structure lyon 73282932000082", 'chorus add client C02001 12345678200044 --nom "Atelier exemple"'],
  "add structure": ["chorus add structure lyon 73282932000082", 'chorus add structure lyon 73282932000082 --nom "Agence de Lyon" --dry-run'],
  "add client": ['chorus add client C02001 12345678200044 --nom "Atelier exemple"', "chorus add client C02001 12345678200044 --etat pause"],
  import: ["chorus import csv export.csv", "chorus import live"],
  "import csv": ["chorus import csv export.csv", "chorus import csv export.csv --map code=Ref. --out clients.csv"],
  "import live": ["chorus import live", "chorus import live --env qualification --write"],
  completion: ['eval "$(chorus completion bash)"', "chorus completion fish"],
  config: ["chorus config", "chorus config --format json"],
  explain: ["chorus explain CHR-SIRET-KEY", "chorus explain compte-technique", "chorus explain structures.etat clients.from"],
  simulate: ["chorus simulate --print-env", "chorus simulate --structures 500 --topology concentrateur --seed 7", "chorus simulate --fault 401=5%"],
} as const satisfies Readonly<Record<CommandName | GroupName | "", readonly string[]>>;

export type ExampleLine = (typeof EXAMPLE_LINES)[keyof typeof EXAMPLE_LINES][number];
