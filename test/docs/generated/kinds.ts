import { KIND_ORDER } from "../../../src/kinds/kinds.ts";
import { explainMessages } from "../../../src/messages/explain-messages.ts";
import type { KindName } from "../../../src/model/address.ts";
import type { KindStep } from "../../../src/model/explanation.ts";
import { explain } from "../../../src/operations/explain/explain.ts";
import { capital, code } from "./markdown.ts";

/** `docs/kinds.md`: each kind, as it declares itself for one configuration that wants all of them. `chorus explain KIND` says the same. */
export const renderKinds = async (): Promise<string> =>
  [
    "# Kinds of resource",
    "",
    "A resource is one thing that must exist. Its *kind* says what it takes from the configuration, what it asks the APIs,",
    "how it judges the answers and which step follows. Written from `src/kinds/` by a test: change a kind, then run the",
    "tests with `UPDATE_DOCS=1`. How the proofs are weighed is in [proofs.md](proofs.md); `chorus explain KIND` says the same",
    "at a terminal, also in French.",
    "",
    "An address is `environment/kind/name/…`. Names are the configuration's; anything but letters without accents, digits and",
    "`_ . @ -` is percent-encoded. The examples below come from one configuration with the structure `siege`.",
    "",
    "Where nothing was ever proven, a kind either asks for its step (*do it, or attest it*) or stays unknown without a step",
    "(*comes with something else*): a structure, say, is mostly there already, and the account to see it with comes first.",
    "",
    ...(await Promise.all(KIND_ORDER.map(renderKind))).flat(),
  ].join("\n");

const renderKind = async (kind: KindName): Promise<readonly string[]> => {
  const [told] = await explain(kind, "en");
  if (told?.of !== "kind") throw new Error(`nothing tells of ${kind}`);
  return [
    `## ${kind}`,
    "",
    told.is,
    "",
    `- Address: ${code(told.address)}, such as ${code(told.addressExample)}`,
    `- Claims: ${told.claims.map(code).join(", ")}`,
    `- Asks: ${told.asks.length === 0 ? "nothing" : told.asks.map(code).join(", ")}`,
    `- Proven by: ${told.proof}`,
    `- Never proven: ${WORDS.neverProven[told.whenUnknown]}`,
    `- A person's word: ${WORDS.word(told)}`,
    ...told.steps.map((step) => `- Step ${code(step.action)}: ${by(step)}`),
    "",
  ].map((line) => (line.startsWith("- ") ? capital(line) : line));
};

const by = ({ portal, actor }: KindStep): string => WORDS.by(portal, WORDS.roles[actor]);

const WORDS = explainMessages("en");
