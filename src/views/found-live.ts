import { importMessages } from "../messages/import-messages.ts";
import type { Language } from "../messages/language.ts";
import { messages } from "../messages/messages.ts";
import type { Observation } from "../model/observation.ts";
import { renderLines, type Line, type Page } from "./text/layout.ts";

/** What was found on the platforms beyond what is declared. */
export interface FoundBeyond {
  readonly structures: readonly unknown[];
  readonly declared: number;
  readonly undeclared: readonly { readonly application: string; readonly apis: readonly string[] }[];
  readonly unread: readonly { readonly account: string; readonly observation: Observation }[];
  readonly requests: number;
}

export const renderFoundLive = (found: FoundBeyond, screen: Page & { readonly language: Language }): string => {
  const words = importMessages(screen.language);
  const { reasons } = messages(screen.language);
  return renderLines(
    [
      { indent: 0, text: words.reached(found.structures.length, found.declared, found.requests), style: "heading" },
      ...found.undeclared.map(({ application, apis }): Line => ({ indent: 2, text: words.alsoSubscribed(application, apis) })),
      ...found.unread.map(({ account, observation }): Line => ({ indent: 2, text: words.unread(account, reasons[observation.reason]), style: "warning" })),
    ],
    screen,
  );
};
