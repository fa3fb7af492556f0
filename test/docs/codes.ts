import type { Code } from "../../src/diagnostics/codes.ts";
import { diagnosticWords } from "../../src/messages/diagnostic-messages.ts";

export const CODES: ReadonlySet<string> = new Set(Object.keys(diagnosticWords("en")) as readonly Code[]);
