import type { EnvironmentName } from "../../model/environment.ts";
import { environmentOf, KINDS } from "../../model/address.ts";
import { groupBy } from "../../model/group-by.ts";
import type { PlannedResource } from "../../plan/plan-document.ts";
import { padTo, unbroken, widthOf } from "./wrap.ts";
import { sharedCauses } from "./causes.ts";
import type { Line } from "./layout.ts";
import { listNames, nameAddress } from "./names.ts";
import type { Scene } from "./scene.ts";

/** What is not known in an environment, under the steps it waits for or by what keeps it from being seen. */
export const unknownLines = (environment: EnvironmentName, scene: Scene): readonly Line[] => {
  const unknown = scene.document.resources.filter(
    ({ address, status }) => status === "unknown" && environmentOf(address) === environment,
  );
  if (unknown.length === 0) return [];
  const byWhy = [...groupBy(unknown, (resource) => whyUnknown(resource, scene))].toSorted(([a], [b]) => compareWhy(a, b));
  const groups = byWhy.slice(0, MOST_GROUPS).map(([, group]) => ({
    why: headOf(group, scene),
    what: claimsText(group, scene),
    causes: sharedCauses(group, 9, scene),
  }));
  const untold = byWhy.slice(MOST_GROUPS).reduce((sum, [, group]) => sum + group.length, 0);
  const width = Math.min(MOST_WIDTH, Math.max(...groups.map(({ why }) => widthOf(why)))) + 3;
  return [
    { indent: 2, leads: [{ text: "?", width: 3, style: "doubt" }], text: scene.words.plan.unknownHead(unknown.length) },
    ...groups.flatMap(({ why, what, causes }): readonly Line[] => [
      ...(widthOf(why) > MOST_WIDTH
        ? [
            { indent: 7, text: why },
            { indent: 9, text: what, style: "quiet" } as const,
          ]
        : [{ indent: 7, leads: [{ text: padTo(why, width), width }], text: what, style: "quiet" } as const]),
      ...causes,
    ]),
    ...(untold === 0 ? [] : [{ indent: 7, text: scene.words.plan.moreUnknown(untold), style: "quiet" } as const]),
  ];
};

const stepsBefore = ({ waitsFor }: PlannedResource, { stepNumbers }: Scene): readonly number[] =>
  [...new Set((waitsFor ?? []).flatMap((address) => stepNumbers.get(address) ?? []))].toSorted((a, b) => a - b);

const whyUnknown = (resource: PlannedResource, scene: Scene): string => {
  const steps = stepsBefore(resource, scene);
  return steps.length > 0 ? steps.join() : (resource.conditions[0]?.unknown ?? "waiting");
};

/** What waits for the fewest and earliest steps first; what no step unlocks last. */
const compareWhy = (a: string, b: string): number => {
  const [left = [], right = []] = [a, b].map((why) => (/^\d/.test(why) ? why.split(",").map(Number) : [Number.MAX_SAFE_INTEGER]));
  const differs = left.findIndex((number, index) => number !== right[index]);
  return left.length - right.length || (left[differs] ?? 0) - (right[differs] ?? 0) || (a < b ? -1 : 1);
};

const headOf = (group: readonly PlannedResource[], scene: Scene): string => {
  const { plan } = scene.words;
  const [first] = group;
  const steps = first === undefined ? [] : stepsBefore(first, scene);
  if (steps.length > 0) return plan.unknownWaiting(group.length, stepList(steps), steps.length);
  return plan.unknownClasses[first?.conditions[0]?.unknown ?? "waiting"](group.length);
};

/** `1, 2`; many in a row as `1-7`. */
export const stepList = (numbers: readonly number[]): string => {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .flatMap(([from, to]) => (to - from < 2 ? Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`) : [`${from}-${to}`]))
    .join(", ");
};

/** `existence, rattachement de siege, lyon, nantes`: claims on the same names together. */
const claimsText = (group: readonly PlannedResource[], scene: Scene): string => {
  const inOrder = group.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const named = inOrder.map(({ address }) => nameAddress(address, scene));
  const byClaim = groupBy(named, ({ claim }) => claim);
  const byNames = groupBy([...byClaim].map(([claim, of]) => ({ claim, names: listNames(of.map(({ name }) => name), scene) })), ({ names }) => names);
  const { plan, words } = scene.words;
  const texts = [...byNames].map(([names, claims]) => plan.ofNames(claimList(claims.map(({ claim }) => claim), scene), names));
  const most = texts.slice(0, MOST_CLAIMS);
  return [...most, ...(texts.length > most.length ? ["…"] : [])].join(words.semicolon);
};

const claimList = (claims: readonly string[], { words }: Scene): string =>
  claims.length < 2 ? claims.map(unbroken).join("") : `${claims.slice(0, -1).map(unbroken).join(", ")}${words.words.and}${unbroken(claims.at(-1) ?? "")}`;

const MOST_GROUPS = 12;
const MOST_WIDTH = 40;
const MOST_CLAIMS = 6;
