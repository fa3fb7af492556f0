import { PORTALS } from "../../../src/catalogue/environments.ts";
import { BLOCKED_WAYS } from "../../../src/catalogue/guides/blocked.ts";
import type { BlockedWay } from "../../../src/catalogue/guides/blocked-way.ts";
import { pathsIn, type Guide, type Instructions, type Label, type Note, type PathPart } from "../../../src/catalogue/guides/guide.ts";
import { guideUrl } from "../../../src/catalogue/guides/guide-url.ts";
import { GUIDES } from "../../../src/catalogue/guides/guides.ts";
import { guideMessages } from "../../../src/messages/guide-messages.ts";
import { messages } from "../../../src/messages/messages.ts";
import { ENVIRONMENTS } from "../../../src/model/environment.ts";
import { capital, code } from "./markdown.ts";

/** `docs/guides.md`: every step as a person does it, and every way around what blocks one. */
export const renderGuides = (): string =>
  [
    "# Guides",
    "",
    "How a person does each step: where, who, what to type, how it shows, what goes wrong. `chorus guide ADDRESS` prints one",
    "with the configuration's values in it; it asks nothing of anybody and needs no secret. Several addresses are put together",
    "by person and portal, in an order that can be followed. Labels are those on screen, which are French, with what they mean.",
    "",
    "<!-- in: chorus.config.yaml -->",
    "```sh",
    "chorus guide production/raccordement/principale/fournisseur",
    "chorus guide production/compte-technique/principal --action reset-password",
    "chorus guide production/espace/fournisseur/raccordements --blocked gp-left",
    "chorus guide production/raccordement/principale/fournisseur --call --lang en",
    "chorus guide production/espace/fournisseur/raccordements --blocked gp-left --call",
    "```",
    "",
    "`--action` chooses another step of the same things, `--open` opens the portal (only an address of this page is ever",
    "handed to a browser; without a terminal, or in CI, it is printed), `--format json` is for other programs (`schemas/guide.schema.json`). A guide that",
    "nobody has held against its source for a year says so, in `chorus guide` and in a plan.",
    "",
    "`--call` prints what to read out on the telephone while the other clicks: a sentence, an action, and what the other",
    "should see. Digits are read one by one in groups: a SIRET by 3, 3, 3 and 5, a telephone number by 2, anything else by 3",
    "from the left. The rest is spelled: marks by their names, capitals where they matter, a word for each letter that a",
    "telephone confuses (B, C, D, F, G, J, M, N, P, S, T, V). A value is spelled once. No password, code or secret is read out: where a screen",
    "shows one, the script says so first, says where it goes, and never asks for that screen to be read.",
    "",
    "Written from `src/catalogue/guides/` by a test: change the data, then run the tests with `UPDATE_DOCS=1`. What the guide of",
    "2020 asks is in [guide-coverage.md](guide-coverage.md).",
    "",
    "## Steps",
    "",
    ...Object.values(GUIDES).flatMap(renderGuide),
    "## Where the ordinary way is blocked",
    "",
    "All of them are about Chorus Pro in production: in qualification, other test data are made instead.",
    "",
    ...Object.values(BLOCKED_WAYS).flatMap(renderWay),
  ].join("\n");

const renderGuide = (guide: Guide): readonly string[] => [
  `### ${guide.action}`,
  "",
  `- Who: ${ACTORS[guide.actor]}`,
  `- Where: ${guide.portal === undefined ? "`chorus apply`" : `${PORTALS[guide.portal].name}, ${urlsOf(guide)}`}`,
  ...bullets("Needs", notes(guide.prerequisites)),
  ...bullets("Mind", notes(guide.before)),
  ...pathsOf(guide).map(([environments, path]) => `- Do${environments}: ${path}`),
  ...bullets("Type", [
    ...guide.fields.map((field) => `${field.group === undefined ? "" : `${labelled(field.group)}, `}${labelled(field)}: ${code(`{${field.argument}}`)}`),
    ...(guide.ownFields ?? []).map((field) => `${labelled(field)}: ${field.value.en}`),
  ]),
  ...(guide.submit === undefined ? [] : [`- Finish: ${labelled(guide.submit)}`]),
  `- Shows: ${guide.result.en}`,
  ...bullets("Keep", notes(guide.keep)),
  ...bullets("Then", notes(guide.after)),
  `- Proof: ${Object.values(guide.proof ?? {}).map(({ en }) => en.replace("{attest}", "`chorus attest`")).join("; ") || "no API tells: `chorus attest`"}`,
  ...(guide.formerly === undefined ? [] : [`- Formerly: ${guide.formerly.en}`]),
  ...commonLines(guide),
];

const renderWay = (way: BlockedWay): readonly string[] => [
  `### ${way.reason}`,
  "",
  `${capital(way.title.en)}.`,
  "",
  `- Who: ${way.who.en}`,
  `- Where: ${way.channel.name.en}${way.channel.url === undefined ? "" : `, <${way.channel.url}>`}`,
  `- Of: ${way.kinds === undefined ? "every step in Chorus Pro" : way.kinds.map(code).join(", ")}`,
  ...bullets("Needs", notes(way.prerequisites)),
  ...bullets("Bring", notes(way.bring)),
  `- Do: ${way.path.map(partText).join(" > ")}`,
  `- Shows: ${way.result.en}`,
  ...bullets("Then", notes(way.after)),
  ...commonLines(way),
];

const commonLines = ({ goesWrong, doubts = [], source, certainty, reviewedAt }: Instructions): readonly string[] => [
  ...bullets("Trouble", goesWrong.map((trouble) => `${trouble.sees.en} → ${trouble.remedy.en}${inOnly(trouble)}`)),
  ...bullets("Doubts", doubts.map(({ en }) => en)),
  `- Source: ${source} (${guideMessages("en").certainties[certainty]}); reviewed ${reviewedAt}`,
  "",
];

const bullets = (lead: string, texts: readonly string[]): readonly string[] =>
  texts.length < 2 ? texts.map((text) => `- ${lead}: ${text}`) : [`- ${lead}:`, ...texts.map((text) => `  - ${text}`)];

const notes = (of: readonly Note[] | undefined): readonly string[] => (of ?? []).map((note) => `${note.en}${inOnly(note)}`);

const inOnly = (of: { readonly in?: string }): string => (of.in === undefined ? "" : ` (in ${of.in} alone)`);

/** One address where both environments have the same. */
const urlsOf = (guide: Guide): string => {
  const urls = ENVIRONMENTS.map((environment) => guideUrl(guide, environment, "internet")?.href ?? "");
  return [...new Set(urls)].map((url) => `<${url}>`).join(" (qualification), ");
};

const pathsOf = (guide: Guide): readonly (readonly [string, string])[] => {
  const [first = "", second = ""] = ENVIRONMENTS.map((environment) =>
    pathsIn(guide.paths, environment)
      .map((path) => path.map(partText).join(" > "))
      .join("; then "),
  );
  return first === second ? [["", first]] : [[" (qualification)", first], [" (production)", second]];
};

const partText = (part: PathPart): string => ("act" in part ? part.act.en : labelled(part));

const labelled = ({ label, en }: Label): string => (en === undefined ? `**${label}**` : `**${label}** (${en})`);

const ACTORS = messages("en").words.actors;
