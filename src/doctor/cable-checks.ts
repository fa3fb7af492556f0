import { defined } from "../model/defined.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { HostProbe } from "../piste/cable/probe-host.ts";
import type { Step } from "../piste/cable/step.ts";
import { describeProxy } from "../piste/proxy-route.ts";
import { checkId, type CableReason, type Check, type CheckEvidence, type CheckFacts, type CheckName, type CheckStatus } from "./doctor-document.ts";
import { cableCauses } from "./cable-causes.ts";
import { tlsVerdict } from "./tls-verdict.ts";

/** What a probe of a host says, check by check; what comes after a check that failed waits on it. */
export const cableChecks = (environment: EnvironmentName, url: URL, probe: HostProbe, relaxedTls: boolean): readonly Check[] => {
  const checks: Check[] = [];
  for (const step of STEPS) {
    const waitsFor = checks.find(({ status }) => status === "failed")?.id;
    const self = { id: checkId(environment, step.check, url.host), check: step.check, subject: url.host };
    if (waitsFor !== undefined) {
      checks.push({ ...self, status: "waiting", reason: "cable", waitsFor });
      continue;
    }
    const found = step.judge({ url, probe, relaxedTls });
    checks.push({ ...self, ...found, ...(found.status === "failed" ? { causes: cableCauses(environment, found, probe) } : {}) });
  }
  return checks;
};

/** What a check found, before it has a name. */
export interface Finding {
  readonly status: CheckStatus;
  readonly reason: CableReason;
  readonly evidence?: CheckEvidence;
  readonly facts?: CheckFacts;
}

interface Probed {
  readonly url: URL;
  readonly probe: HostProbe;
  readonly relaxedTls: boolean;
}

const judgeProxy = ({ probe: { route } }: Probed): Finding => {
  if (route.via === "direct") return { status: route.why === "loopback" ? "skipped" : "ok", reason: route.why };
  if (route.via === "broken") return { status: "failed", reason: "proxy-not-a-url", facts: { variable: route.variable } };
  return { status: "ok", reason: "proxy-used", facts: { variable: route.variable, proxy: describeProxy(route.url) } };
};

const judgeDns = ({ probe: { dns, peer } }: Probed): Finding => {
  const evidence = evidenceOf(`lookup ${peer.replace(/:\d+$/, "")}`, dns);
  if (dns?.done !== true) return { status: "failed", reason: "name-not-found", facts: { code: dns?.code ?? "" }, ...evidence };
  return { status: "ok", reason: "resolved", facts: { addresses: dns.addresses.slice(0, MOST_ADDRESSES) }, ...evidence };
};

const judgeTcp = ({ probe: { tcp, peer } }: Probed): Finding => {
  const evidence = evidenceOf(`connect ${peer}`, tcp);
  if (tcp?.done !== true) return { status: "failed", reason: "not-connected", facts: { code: tcp?.code ?? "" }, ...evidence };
  return { status: "ok", reason: "connected", facts: { addresses: [tcp.address] }, ...evidence };
};

const judgeTls = ({ url, probe: { tls }, relaxedTls }: Probed): Finding => {
  if (url.protocol !== "https:") return { status: "skipped", reason: "plain-http" };
  return { ...tlsVerdict(tls, relaxedTls), ...evidenceOf(`handshake ${url.host}`, tls) };
};

const STEPS: readonly { readonly check: CheckName; readonly judge: (probed: Probed) => Finding }[] = [
  { check: "proxy", judge: judgeProxy },
  { check: "dns", judge: judgeDns },
  { check: "tcp", judge: judgeTcp },
  { check: "tls", judge: judgeTls },
];

const evidenceOf = (asked: string, step: Step<object> | undefined): { readonly evidence?: CheckEvidence } =>
  step === undefined ? {} : { evidence: defined({ asked, durationMs: step.durationMs, tries: step.tries }) };

const MOST_ADDRESSES = 4;
