import { findKeys, shownPath } from "../../config/find-keys.ts";
import { keyFacts } from "../../config/key-facts.ts";
import type { SchemaKey } from "../../config/schema-keys.ts";
import type { Code } from "../../diagnostics/codes.ts";
import { kindFacts } from "../../kinds/kind-facts.ts";
import { diagnosticWords } from "../../messages/diagnostic-messages.ts";
import { explainedCode } from "../../messages/explained-code.ts";
import { keyWords } from "../../messages/key-words.ts";
import { kindWords } from "../../messages/kind-words.ts";
import type { Language } from "../../messages/language.ts";
import { KINDS, type KindName } from "../../model/address.ts";
import type { CodeExplanation, Explanation, KeyExplanation, KindExplanation } from "../../model/explanation.ts";
import { exampleResources } from "./example-resources.ts";

/**
 * Everything that a word means: a code, a kind, a key of the configuration, or several of these; else a code without its
 * `CHR-`. Nothing where it means none. It reads no file and asks nobody.
 */
export const explain = async (word: string, language: Language): Promise<readonly Explanation[]> => {
  const code = codeNamed(word);
  if (code !== undefined) return [explainCode(code, language)];
  const kind = KINDS.find((name) => name === word.toLowerCase());
  const keys = findKeys(word);
  if (kind === undefined && keys.length === 0) return [codeNamed(`CHR-${word}`) ?? []].flat().map((short) => explainCode(short, language));
  if (kind === undefined) return keys.map((key) => explainKey(key, language));
  // Of the keys that only end in a kind's name, the names are enough.
  const [whole, others] = [keys.filter(({ path }) => path.length === 1), keys.filter(({ path }) => path.length > 1)];
  return [await explainKind(kind, language, others.map(({ path }) => shownPath(path))), ...whole.map((key) => explainKey(key, language))];
};

const codeNamed = (word: string): Code | undefined => {
  const asked = word.toUpperCase();
  return (Object.keys(diagnosticWords("en")) as readonly Code[]).find((code) => code === asked);
};

const explainCode = (code: Code, language: Language): CodeExplanation => ({
  of: "code",
  name: code,
  ...explainedCode(language, code),
  page: `docs/diagnostics.md#${code.toLowerCase()}`,
});

const explainKind = async (name: KindName, language: Language, keys: readonly string[]): Promise<KindExplanation> => {
  const resource = (await exampleResources()).get(name);
  if (resource === undefined) throw new Error(`the example configuration declares no ${name}`);
  return { of: "kind", name, ...kindWords(language)[name], addressExample: resource.address, ...kindFacts(resource), keys, page: `docs/kinds.md#${name}` };
};

const explainKey = (key: SchemaKey, language: Language): KeyExplanation => {
  const { descriptions, ...facts } = keyFacts(key);
  return { of: "key", name: nameOf(key), descriptions: descriptions.map(keyWords(language)), ...facts, page: "docs/configuration.md" };
};

const nameOf = ({ path }: SchemaKey): string => path.join(".");
