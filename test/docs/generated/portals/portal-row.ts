import type { RuleName } from "./rule-name.ts";

/** Sections of AIFE's guide of 2020, then what came after it, then what is this simulator's own. */
export type Section = "1" | "2A" | "2B" | "3A" | "3B" | "4" | "since" | "ours";

/** What the guide of 2020 says or shows; what later sources tell; what nobody has shown. */
export type Certainty = "official" | "secondary" | "inferred";

/** What is proven is how: a field has a label, a button a name, a table a head. */
export type LabelKind = "menu" | "link" | "field" | "button" | "heading" | "column" | "choice" | "fact" | "text";

/** Who looks: somebody signed in everywhere unless said otherwise. */
export type Visitor = "signed in" | "nobody" | "without the espace";

interface Told {
  readonly section: Section;
  /** As the guide, or the portal of today, has them. */
  readonly words: string;
  readonly certainty: Certainty;
  readonly note?: string;
}

interface Shown extends Told {
  /** Path of a screen of the simulator. */
  readonly at: string;
  readonly by: Visitor;
}

export type PortalRow =
  | (Shown & { readonly what: "screen"; readonly title: string })
  | (Shown & { readonly what: "label"; readonly kind: LabelKind })
  | (Told & { readonly what: "rule"; readonly at: string; readonly rule: RuleName })
  | (Told & { readonly what: "screen" | "label"; readonly notSimulated: string });

interface Options {
  readonly certainty?: Certainty;
  readonly note?: string;
  readonly by?: Visitor;
}

/** Rows of one section, certain as its source is unless one says otherwise. */
export function rowsOf(section: Section) {
  const told = (words: string, { certainty = CERTAINTIES[section], note }: Options): Told =>
    ({ section, words, certainty, ...(note === undefined ? {} : { note }) });
  return {
    /** `title`: the page's, where the guide names the screen otherwise. */
    screen: (words: string, at: string, { title = words, by = "signed in", ...options }: Options & { readonly title?: string } = {}): PortalRow =>
      ({ ...told(words, options), what: "screen", at, by, title }),
    label: (kind: LabelKind, words: string, at: string, { by = "signed in", ...options }: Options = {}): PortalRow =>
      ({ ...told(words, options), what: "label", kind, at, by }),
    /** Several of one kind on one screen. */
    labels: (kind: LabelKind, at: string, ...several: readonly string[]): readonly PortalRow[] =>
      several.map((words) => ({ ...told(words, {}), what: "label", kind, at, by: "signed in" })),
    rule: (rule: RuleName, words: string, at: string, options: Options = {}): PortalRow => ({ ...told(words, options), what: "rule", at, rule }),
    missing: (what: "screen" | "label", words: string, notSimulated: string): PortalRow => ({ ...told(words, {}), what, notSimulated }),
  };
}

const CERTAINTIES: Readonly<Record<Section, Certainty>> = {
  1: "official", "2A": "official", "2B": "official", "3A": "official", "3B": "official", 4: "official", since: "secondary", ours: "inferred",
};
