import { choose, type Asked, type Choice, type Chosen } from "../doctor/choose.ts";
import { cableChecks } from "../doctor/cable-checks.ts";
import { clockCheck } from "../doctor/clock-check.ts";
import { checkId, type Check, type CheckFacts, type CheckStatus, type DoctorDocument, type Examined } from "../doctor/doctor-document.ts";
import { createExchangeNotes, type ExchangeNotes } from "../doctor/exchange-notes.ts";
import { observedChecks, toEvidence } from "../doctor/observed-checks.ts";
import { defined } from "../model/defined.ts";
import { environmentsOf } from "../model/environments-of.ts";
import type { EnvironmentName } from "../model/environment.ts";
import { toInstant } from "../model/instant.ts";
import type { Observations } from "../model/observation.ts";
import { questionKey } from "../model/question.ts";
import { observe, type Progress } from "../observe/observe.ts";
import { probeHost } from "../piste/cable/probe-host.ts";
import type { Trust } from "../piste/trust.ts";
import { wantedResources } from "../plan/plan.ts";
import type { Ports } from "../ports/ports.ts";
import type { Recorder } from "../ports/recorder.ts";
import type { MachineMemory } from "../state/machine-memory.ts";
import { askElsewhere } from "./doctor/ask-elsewhere.ts";
import { secretsCheck } from "./doctor/secrets-check.ts";
import { connect, relaxesTls, type Live } from "./live.ts";
import type { Project } from "./open-project.ts";

export interface DoctorRequest {
  readonly choice: Choice;
  readonly environment?: EnvironmentName;
  readonly trust: Trust;
  /** Of Chorus. */
  readonly version: string;
  readonly signal?: AbortSignal;
  readonly recorder?: Recorder;
  /** What earlier runs remember: an account that was refused of late is not tried again. */
  readonly memory?: MachineMemory;
  readonly onProgress?: (progress: Progress) => void;
}

/** Examines each environment from the cable up, with the client and the questions of a plan. Reads only. */
export const examine = async (ports: Ports, project: Pick<Project, "desired" | "folder">, request: DoctorRequest): Promise<DoctorDocument> => {
  const notes = createExchangeNotes();
  const { trust, signal, recorder, memory } = request;
  const live = connect(ports, project, trust, defined({ signal, recorder: teeing(notes, recorder), memory }));
  try {
    const chosen = chooseAll(project, request, ports.clock.now());
    const cables = await Promise.all(chosen.map((one) => examineCable(one, { ports, project, live, request })));
    const observations = await observe(
      cables.flatMap(({ chosen: { asked }, stopped }) => asked.filter((one) => stopped(one) === undefined).map(({ question }) => question)),
      defined({ world: live.world, client: live.client, onProgress: request.onProgress }),
    );
    const environments = await Promise.all(cables.map((cable) => examineAnswers(cable, observations, { live, notes, trust })));
    return {
      format: "chorus-doctor",
      version: 1,
      createdAt: toInstant(ports.clock.now()),
      chorus: request.version,
      summary: summarize(environments),
      environments,
    };
  } finally {
    await live.close();
  }
};

const teeing = (...recorders: readonly (Recorder | undefined)[]): Recorder => ({
  add: (exchange) => {
    for (const recorder of recorders) recorder?.add(exchange);
  },
});

const chooseAll = ({ desired }: Pick<Project, "desired">, { environment: only, choice }: DoctorRequest, nowMs: number): readonly Chosen[] => {
  const resources = wantedResources(desired, nowMs);
  return environmentsOf(desired)
    .filter(({ environment }) => only === undefined || environment === only)
    .map(({ environment, wanted }) =>
      choose(environment, wanted, resources.filter((resource) => resource.environment === environment), choice),
    );
};

interface Cable {
  readonly chosen: Chosen;
  readonly checks: readonly Check[];
  /** The failed check that keeps a question from being asked. */
  readonly stopped: (asked: Asked) => string | undefined;
}

interface Run {
  readonly ports: Ports;
  readonly project: Pick<Project, "desired" | "folder">;
  readonly live: Live;
  readonly request: DoctorRequest;
}

/** Secrets, then each host once: nothing is asked of a host that cannot be reached. */
const examineCable = async (chosen: Chosen, { ports, project, live, request }: Run): Promise<Cable> => {
  const { environment } = chosen;
  const endpoints = live.world.endpoints(environment);
  const [oauth, api] = [new URL(endpoints.oauth), new URL(endpoints.api)];
  const hosts = oauth.host === api.host ? [oauth] : [oauth, api];
  const relaxed = relaxesTls(project.desired, request.trust);
  const [secrets, ...probed] = await Promise.all([
    secretsCheck(chosen, live, { files: ports.files, variables: ports.variables, folder: project.folder }),
    ...hosts.map(async (url) => cableChecks(environment, url, await probeHost(url, defined({ ...ports, signal: request.signal })), relaxed)),
  ]);
  const brokenAt = ({ host }: URL): string | undefined => probed.flat().find(({ subject, status }) => subject === host && status === "failed")?.id;
  const [noToken, noCall] = [brokenAt(oauth), brokenAt(oauth) ?? brokenAt(api)];
  return {
    chosen,
    checks: [secrets, ...probed.flat()],
    stopped: ({ question }) => (question.ask === "token" ? noToken : noCall),
  };
};

const examineAnswers = async (
  { chosen, checks, stopped }: Cable,
  observations: Observations,
  { live, notes, trust }: { readonly live: Live; readonly notes: ExchangeNotes; readonly trust: Trust },
): Promise<Examined> => {
  const { environment, asked, notTried } = chosen;
  const facts = new Map<Asked, CheckFacts>();
  for (const one of asked) {
    const found = one.question.ask === "token" ? await tokenFacts(one, observations, { live, notes, trust }) : undefined;
    if (found !== undefined) facts.set(one, found);
  }
  const observed = observedChecks(asked, {
    environment,
    observations,
    nowMs: live.clientPorts.clock.now(),
    stopped,
    secretsId: checkId(environment, "secrets"),
    evidenceOf: (trace) => toEvidence(trace, notes.durationOf(trace)),
    factsOf: (one) => facts.get(one),
  });
  const waitsFor = checks.find(({ status }) => status === "failed")?.id;
  return { environment, checks: [...checks, clockCheck(environment, notes, waitsFor), ...observed], notTried };
};

/** How long the token lives, which is kept since it was granted; or what the other environment says of the same credentials. */
const tokenFacts = async (
  { question }: Asked,
  observations: Observations,
  { live, notes, trust }: { readonly live: Live; readonly notes: ExchangeNotes; readonly trust: Trust },
): Promise<CheckFacts | undefined> => {
  const observation = observations.get(questionKey(question));
  const access = live.world.application(question.environment, question.application);
  if (observation?.trace === undefined || access === undefined || access === "elsewhere") return undefined;
  if (observation.answer === "true") {
    const granted = await live.client.token(access);
    return granted.ok ? { lifetimeS: Math.round((granted.body.expiresAt - granted.trace.at) / 1000) } : undefined;
  }
  if (observation.answer !== "false" || observation.reason !== "client-refused") return undefined;
  const elsewhere = await askElsewhere(access, live, trust);
  if (elsewhere === undefined) return undefined;
  const { environment, answer, trace } = elsewhere;
  return { elsewhere: { environment, answer, evidence: toEvidence(trace, notes.durationOf(trace)) } };
};

const summarize = (environments: readonly Examined[]): DoctorDocument["summary"] => {
  const count = (wanted: CheckStatus): number =>
    environments.reduce((sum, { checks }) => sum + checks.filter(({ status }) => status === wanted).length, 0);
  return { ok: count("ok"), failed: count("failed"), waiting: count("waiting"), unknown: count("unknown"), skipped: count("skipped") };
};
