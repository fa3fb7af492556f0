import { DECOMMISSIONED } from "../catalogue/environments.ts";
import type { Cause } from "../model/cause.ts";
import type { Clue } from "../model/clue.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { HostProbe } from "../piste/cable/probe-host.ts";
import { causesOf } from "../plan/causes-of.ts";
import type { Finding } from "./cable-checks.ts";
import type { CableReason } from "./doctor-document.ts";

/** Why a host cannot be reached: the causes that a plan names when no answer comes. */
export const cableCauses = (environment: EnvironmentName, { reason, facts }: Finding, { peer, route }: HostProbe): readonly Cause[] => {
  const clue = reason === "not-connected" ? connectionClue(facts?.code ?? "", route.via === "proxy") : CLUES[reason];
  const old: readonly Clue[] = DECOMMISSIONED.test(peer.replace(/:\d+$/, "")) ? ["old-host"] : [];
  return causesOf({ reason: "platform-unreachable", environment, clues: clue === undefined ? old : [...old, clue] });
};

const connectionClue = (code: string, isProxy: boolean): Clue => {
  if (isProxy) return "proxy-refuses";
  if (code === "ECONNREFUSED") return "connection-refused";
  return code === "ECONNRESET" ? "connection-cut" : "no-answer-in-time";
};

const CLUES: Partial<Readonly<Record<CableReason, Clue>>> = {
  "proxy-not-a-url": "proxy-refuses",
  "name-not-found": "name-not-found",
  "issuer-unknown": "private-issuer",
  "certificate-dates": "certificate-dates",
  "other-name": "other-name",
  "ca-unreadable": "ca-unreadable",
  "proxy-refuses": "proxy-refuses",
  "handshake-failed": "connection-cut",
};
