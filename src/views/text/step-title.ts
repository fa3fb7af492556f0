import { GUIDES } from "../../catalogue/guides/guides.ts";
import type { TitleValues } from "../../messages/shape.ts";
import type { Step } from "../../model/step.ts";
import { actorName, apiName, joinNames, listNames } from "./names.ts";
import type { Scene } from "./scene.ts";
import { distinctValues } from "./step-values.ts";

/** What a step is about and what is to be done: `lyon, nantes : espace « Raccordements EDI et API » à ouvrir`. */
export const stepTitle = (step: Step, scene: Scene): string => {
  const { words } = scene;
  const doubt = words.titles.why[step.why];
  return [subjectOf(step, scene), words.words.colon, sayOf(step, scene), doubt === "" ? "" : ` (${doubt})`].join("");
};

/** The names of what a step is about; a single one with its identifier. */
export const subjectOf = (step: Step, scene: Scene): string => {
  const { subject } = GUIDES[step.action];
  if (step.action === "create-matelas") return scene.words.words.environments[step.environment];
  const names = subject === undefined ? [] : distinctValues(step, subject.argument);
  const [first] = names;
  if (subject === undefined || first === undefined) return actorName(step.actor, scene);
  const [identifier] = subject.identifier === undefined ? [] : distinctValues(step, subject.identifier);
  return names.length === 1 && identifier !== undefined ? `${first} (${identifier})` : listNames(names, scene);
};

/** What is to be done, without what it is about. */
export const sayOf = (step: Step, scene: Scene): string => {
  const { titles } = scene.words;
  if (step.why === "due" && step.dueAt !== undefined) {
    const by = step.doBy === undefined ? undefined : scene.dates.date(step.doBy);
    return titles.due(scene.dates.date(step.dueAt), scene.dates.days(scene.document.createdAt, step.dueAt), by);
  }
  const title = (step.why === "missing" ? titles.missing[step.action] : undefined) ?? titles.steps[step.action];
  return title(titleValues(step, scene));
};

const titleValues = (step: Step, scene: Scene): TitleValues => {
  const all = (argument: string) => distinctValues(step, argument);
  const structures = new Set(all("structure"));
  const covered = all("couvre").flatMap((names) => names.split(", "));
  return {
    count: countOf(step),
    api: all("api").map(apiName).join(", "),
    application: all("application").join(", "),
    espace: all("espace").join(", "),
    service: all("service").join(", "),
    organisation: all("organisation").join(", "),
    login: all("login").join(", "),
    others: othersText(covered.filter((name) => !structures.has(name)), scene),
  };
};

/** APIs and services are what such a step counts; of the rest, its structures. */
const countOf = (step: Step): number =>
  ["api", "service", "structure"].map((argument) => distinctValues(step, argument).length).find((count) => count > 0) ?? step.items.length;

const othersText = (names: readonly string[], scene: Scene): string =>
  names.length > MOST_OTHERS ? scene.words.words.structures(names.length) : joinNames(names, scene);

const MOST_OTHERS = 5;
