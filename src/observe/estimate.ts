import { APIS } from "../catalogue/apis.ts";
import { OPERATIONS, PROBES, type ReadOperationId } from "../catalogue/operations.ts";
import { groupBy } from "../model/group-by.ts";
import { questionKey, type Question, type StructureQuestion } from "../model/question.ts";
import type { RequestEstimate } from "../model/request-estimate.ts";
import type { ApplicationAccess } from "../piste/client.ts";
import type { World } from "./access.ts";
import { BULK_SIZE } from "./find-structures.ts";
import { intentionsOf, type Intentions } from "./intentions.ts";
import { ATTACHMENTS_A_PAGE } from "./read-attachments.ts";
import { listOfEspace } from "./read-enabled.ts";
import type { Ask } from "./verdicts.ts";

/**
 * What the strategies will ask, before they do: pure. A list counts a page for each hundred declared attachments; what an
 * account has beyond, and tries after a fault, come on top of the most.
 */
export const estimateRequests = (questions: readonly Question[], world: World): readonly RequestEstimate[] =>
  [...groupBy(distinct(questions), ({ environment, application }) => `${environment}/${application}`).values()].flatMap((asked) => {
    const [first] = asked;
    const access = first && world.application(first.environment, first.application);
    return first === undefined || typeof access !== "object" ? [] : estimateOne(asked, access, world);
  });

const distinct = (questions: readonly Question[]): Iterable<Question> => new Map(questions.map((question) => [questionKey(question), question])).values();

const estimateOne = (questions: readonly Question[], { environment, application, prefixes }: ApplicationAccess, world: World): readonly RequestEstimate[] => {
  const tally = createTally();
  const selects = (api: string): boolean => world.selects(environment, application, api);
  const intentions = intentionsOf(questions, selects);
  const usable = questions.filter((question) => !("account" in question) || typeof world.account(environment, question.account) === "object");
  for (const [account, asked] of groupBy(usable.filter((question) => "account" in question), ({ account: name }) => name)) {
    tallyAccount(tally, asked, { account, intentions: intentions.get(account) ?? NO_INTENTIONS, all: intentions, selects });
  }
  const called = tally.apis();
  for (const question of usable) {
    if (question.ask !== "subscribed" || PROBES[question.api] === undefined) continue;
    tally.add(PROBES[question.api] ?? "transverses.health-check", "subscribed", called.has(question.api) ? 0 : 1, 1);
  }
  const rows = tally.rows().map(({ operation, ...row }) => ({ environment, application, request: requestOf(operation, prefixes), ...row }));
  return [{ environment, application, request: TOKEN, answers: ["token"], least: 1, most: 1 }, ...rows];
};

interface Asking {
  readonly account: string;
  readonly intentions: Intentions;
  /** Those of every account: a client's own lists may answer what ours is asked. */
  readonly all: ReadonlyMap<string, Intentions>;
  readonly selects: (api: string) => boolean;
}

const tallyAccount = (tally: Tally, asked: readonly (Question & { readonly account: string })[], asking: Asking): void => {
  const { intentions: { espaces, attachments }, selects } = asking;
  const has = (...asks: readonly Ask[]): boolean => asked.some(({ ask }) => asks.includes(ask));
  const pages = Math.max(1, Math.ceil(asked.filter(({ ask }) => ask === "attached").length / ATTACHMENTS_A_PAGE));
  const isOpenedByList = !attachments && espaces.length > 0;
  const readsAttachments = attachments || (!isOpenedByList && selects("utilisateurs"));
  if (selects("utilisateurs")) {
    const least = readsAttachments ? pages : 0;
    tally.add("utilisateurs.rattachements", attachments ? "reach" : "account-login", least, has("attached") ? 2 * pages : Math.max(least, 1));
  }
  for (const espace of espaces) {
    const list = listOfEspace(espace);
    if (list !== undefined) tally.add(list, "espace-enabled", 1, LOOKS_AT_LIST);
  }
  // What is refused by one route is asked of another.
  if (selects("transverses")) tally.add("transverses.health-check", "account-login", !readsAttachments && espaces.length === 0 ? 1 : 0, 1);
  tallyStructures(tally, asked.filter((question) => "identifier" in question), asking);
};

const tallyStructures = (tally: Tally, asked: readonly StructureQuestion[], { intentions, all, selects }: Asking): void => {
  const listed = (question: StructureQuestion): boolean =>
    question.identifierType === "SIRET" && [question.account, question.orElse ?? ""].some((name) => (all.get(name)?.espaces.length ?? 0) > 0);
  const active = asked.filter(({ ask }) => ask === "structure-active");
  const sirets = active.filter(({ identifierType }) => identifierType === "SIRET");
  const inBulk = selects("organisations") && sirets.length > 1;
  const batches = inBulk ? Math.ceil(sirets.length / BULK_SIZE) : 0;
  if (inBulk) tally.add("organisations.structures-recherche", "structure-active", sirets.some((one) => !listed(one)) ? Math.ceil(sirets.filter((one) => !listed(one)).length / BULK_SIZE) : 0, 2 * batches);
  const finds = new Set<string>();
  if (selects("structures")) {
    const alone = active.filter((one) => !listed(one) && !(inBulk && one.identifierType === "SIRET"));
    for (const one of asked) if (one.ask !== "attached" && one.ask !== "edi" && one.ask !== "raccordement-refused") finds.add(one.identifier);
    const others = active.filter(({ orElse }) => orElse !== undefined).length;
    if (finds.size > 0) tally.add("structures.rechercher", "structure-active", alone.length, 2 * (finds.size + others));
    for (const { ask } of asked) if (ask === "password-expiry") tally.add("structures.consulter", ask, 1, 1);
    const services = new Set(asked.filter(({ ask }) => ask === "service-active").map(({ identifier }) => identifier));
    if (services.size > 0) tally.add("structures.rechercher-services", "service-active", services.size, 2 * services.size);
  }
  if (selects("organisations")) {
    for (const { ask, identifierType } of asked) {
      if (ask === "edi") tally.add(identifierType === "SIRET" ? "organisations.structure" : "organisations.structures-recherche", ask, 1, 1);
    }
  }
  if (intentions.attachments) tally.also("utilisateurs.rattachements", "attached");
};

interface Row {
  readonly operation: ReadOperationId;
  readonly answers: readonly Ask[];
  readonly least: number;
  readonly most: number;
}

interface Tally {
  add(operation: ReadOperationId, ask: Ask, least: number, most: number): void;
  also(operation: ReadOperationId, ask: Ask): void;
  /** The APIs that are surely called. */
  apis(): ReadonlySet<string>;
  rows(): readonly Row[];
}

const createTally = (): Tally => {
  const counted = new Map<ReadOperationId, { answers: Set<Ask>; least: number; most: number }>();
  const at = (operation: ReadOperationId) => {
    const row = counted.get(operation) ?? { answers: new Set<Ask>(), least: 0, most: 0 };
    counted.set(operation, row);
    return row;
  };
  return {
    add(operation, ask, least, most) {
      const row = at(operation);
      row.answers.add(ask);
      row.least += least;
      row.most += most;
    },
    also: (operation, ask) => void at(operation).answers.add(ask),
    apis: () => new Set([...counted].flatMap(([operation, { least }]) => (least > 0 ? [OPERATIONS[operation].api] : []))),
    rows: () => [...counted].map(([operation, { answers, least, most }]) => ({ operation, answers: [...answers], least, most })),
  };
};

const requestOf = (operation: ReadOperationId, prefixes: ApplicationAccess["prefixes"]): string => {
  const { api, method, path } = OPERATIONS[operation];
  return `${method} ${prefixes[api] ?? APIS[api]?.prefix ?? ""}${path}`;
};

const NO_INTENTIONS: Intentions = { espaces: [], attachments: false };
const TOKEN = "POST /api/oauth/token";
const LOOKS_AT_LIST = 3;
