import { messages } from "../messages/messages.ts";
import type { Count } from "../model/count.ts";
import type { PagePlace } from "../model/page.ts";
import { printable } from "./printable.ts";
import { safeJson } from "./safe-json.ts";
import type { ScreenOptions } from "./text/scene.ts";

/** How many there are, and of what, in the words that filters take. */
export const renderCount = ({ total, by }: Count, { language }: Pick<ScreenOptions, "language">, format: string | undefined): string => {
  if (format === "json") return safeJson({ total, by });
  const lines = [[total, messages(language).plan.inAll] as const, ...Object.entries(by).map(([sort, count]) => [count, printable(sort)] as const)];
  const width = String(total).length;
  return lines.map(([count, what]) => `${String(count).padStart(width)} ${what}\n`).join("");
};

/** Which page of how many is shown. */
export const renderPage = (place: PagePlace, { language }: Pick<ScreenOptions, "language">): string => `${messages(language).plan.page(place)}\n`;
