import { renderCauses } from "./causes.ts";
import { renderCli } from "./cli.ts";
import { renderDoctor } from "./doctor.ts";
import { renderDiagnostics } from "./diagnostics.ts";
import { renderEvidence } from "./evidence.ts";
import { renderGuides } from "./guides.ts";
import { renderScreen, renderState } from "./half-way.ts";
import { renderKinds } from "./kinds.ts";
import { renderPortals } from "./portals.ts";
import { renderRequestsOfExample } from "./requests.ts";
import { renderVerdicts } from "./verdicts.ts";

type Render = () => string | Promise<string>;

/** Pages that the code writes whole. */
export const GENERATED: ReadonlyMap<string, Render> = new Map<string, Render>([
  ["docs/causes.md", renderCauses],
  ["docs/cli.md", renderCli],
  ["docs/diagnostics.md", renderDiagnostics],
  ["docs/guides.md", renderGuides],
  ["docs/kinds.md", renderKinds],
  ["docs/portals-coverage.md", renderPortals],
  ["docs/verdicts.md", renderVerdicts],
]);

/** Parts of pages, between `<!-- generated: NAME -->` and `<!-- end of NAME -->`. */
export const PARTS: readonly { readonly file: string; readonly name: string; readonly render: Render }[] = [
  { file: "README.md", name: "plan", render: renderScreen },
  { file: "docs/observation.md", name: "requests", render: renderRequestsOfExample },
  { file: "docs/proofs.md", name: "evidence", render: renderEvidence },
  { file: "docs/doctor.md", name: "doctor", render: renderDoctor },
  { file: "docs/state.md", name: "state", render: renderState },
];
