import type { GuideWords } from "../../messages/guide-messages.ts";
import type { Address } from "../../model/address.ts";
import { withBraces } from "../text/braces.ts";
import type { Line } from "../text/layout.ts";
import { nameAddress } from "../text/names.ts";
import type { Scene } from "../text/scene.ts";
import { unbroken, widthOf } from "../text/wrap.ts";
import type { GuidedItem, GuideSheet } from "./guide-sheet.ts";
import { numbered, row, sourceRows, troubleRow, type Row } from "./rows.ts";

/** Everything that a guide says of a step, in the order in which it is read. */
export const sheetRows = (sheet: GuideSheet, words: GuideWords, scene: Scene): readonly Row[] => [
  row("address", withBraces(sheet.items.map(({ address }) => address)).map(unbroken)),
  row("standing", standingTexts(sheet.items, words, scene)),
  row("earlier", earlierTexts(sheet.items, words, scene)),
  row("where", whereTexts(sheet, words)),
  row("needs", sheet.prerequisites),
  row("before", sheet.before),
  { lead: "do", lines: pathLines(sheet, scene) },
  { lead: "type", lines: fieldLines(sheet, words) },
  row("submit", sheet.submit === undefined ? [] : [sheet.submit]),
  row("result", [sheet.result]),
  row("keep", sheet.keep),
  row("after", sheet.after),
  row("proof", [sheet.proof]),
  troubleRow(sheet.goesWrong, words),
  row("formerly", sheet.formerly === undefined ? [] : [sheet.formerly]),
  ...sourceRows(sheet, words, scene),
  { lead: "blocked", lines: blockedChoices(sheet) },
];

/** How each stands where no step is open on it; those that stand alike are told together. */
const standingTexts = (items: readonly GuidedItem[], { standings }: GuideWords, scene: Scene): readonly string[] =>
  [...new Set(items.map(({ standing }) => standing))].flatMap((standing) => {
    if (standing === "open") return [];
    const alike = items.filter((item) => item.standing === standing);
    const names = alike.map(({ address }) => nameAddress(address, scene).name).join(", ");
    return [alike.length === items.length ? standings[standing] : `${names}${scene.words.words.colon}${standings[standing]}`];
  });

const earlierTexts = (items: readonly GuidedItem[], { earlier }: GuideWords, scene: Scene): readonly string[] => {
  const addresses = [...new Set(items.flatMap((item) => item.earlier.map(({ address }) => address)))];
  return addresses.map((address) => earlier(titleOf(address, scene), unbroken(`chorus guide ${address}`)));
};

const titleOf = (address: Address, scene: Scene): string => {
  const { name, claim } = nameAddress(address, scene);
  return `${name}${scene.words.words.colon}${claim}`;
};

const whereTexts = ({ url, urlUnconfirmed }: GuideSheet, words: GuideWords): readonly string[] =>
  url === undefined ? [words.noSession] : [unbroken(url), ...(urlUnconfirmed === true ? [words.unconfirmedUrl] : [])];

const pathLines = ({ paths, times }: GuideSheet, { words }: Scene): readonly Line[] => {
  const repeated = times > 1 ? [{ indent: 0, text: `${words.plan.repeat(times)}${words.words.colon.trimEnd()}` }] : [];
  return [...repeated, ...paths.flatMap(numbered)];
};

const fieldLines = ({ fields }: GuideSheet, words: GuideWords): readonly Line[] => {
  const width = Math.max(...fields.map(({ label }) => widthOf(label))) + 3;
  return fields.flatMap(({ group, label, value, own }, index): readonly Line[] => [
    ...(group === undefined || group === fields[index - 1]?.group ? [] : [{ indent: 0, text: group, style: "quiet" } as const]),
    { indent: 0, leads: [{ text: label, width, style: "quiet" }], text: own === true ? words.own(value) : value },
  ]);
};

/** What may be in the way, and the command that tells the way around. */
const blockedChoices = ({ blocked, items }: GuideSheet): readonly Line[] => {
  const [first] = items;
  if (blocked.length === 0 || first === undefined) return [];
  const width = Math.max(...blocked.map(({ reason }) => reason.length)) + 3;
  return [
    { indent: 0, text: unbroken(`chorus guide ${first.address} --blocked …`) },
    ...blocked.map(({ reason, title }) => ({ indent: 0, leads: [{ text: reason, width, style: "quiet" } as const], text: title })),
  ];
};
