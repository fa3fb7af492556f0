import type { KeyObject } from "node:crypto";
import { defined } from "../../model/defined.ts";
import type { Desired } from "../../model/desired.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import { toInstant } from "../../model/instant.ts";
import type { Observations } from "../../model/observation.ts";
import type { ProofBody, ProofDocument } from "../../model/proof.ts";
import { questionKey, type Question } from "../../model/question.ts";
import { askedDigest, proofDigest } from "./digest.ts";
import { toProofAnswer } from "./answers.ts";
import { signProof } from "./signature.ts";

export interface ProofRequest {
  readonly desired: Desired;
  readonly client: string;
  readonly environment: EnvironmentName;
  /** What was asked about the client. */
  readonly questions: readonly Question[];
  readonly observations: Observations;
  readonly version: string;
  readonly nowMs: number;
  readonly key?: KeyObject | undefined;
}

/** What was seen of a client on his machine, as a document for whoever may not have his secrets. It holds none. */
export const makeProof = ({ key, ...request }: ProofRequest): ProofDocument => {
  const body = bodyOf(request);
  return defined({ ...body, digest: proofDigest(body), signature: key === undefined ? undefined : signProof(body, key) });
};

const bodyOf = ({ desired, client, environment, questions, observations, version, nowMs }: Omit<ProofRequest, "key">): ProofBody => {
  const wanted = desired.environments[environment];
  const own = <T extends { readonly client?: string }>(named: Readonly<Record<string, T>> | undefined): readonly (readonly [string, T])[] =>
    Object.entries(named ?? {}).filter(([, one]) => one.client === client).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const applications = own(wanted?.applications).map(([name, { nom }]) => ({ name, nom }));
  const through = new Set(applications.map(({ name }) => name));
  // What is asked through somebody else's application is his to prove.
  const asked = [...new Map(questions.map((question) => [questionKey(question), question])).values()].filter(({ application }) => through.has(application));
  return {
    format: "chorus-proof",
    version: 1,
    chorus: version,
    client,
    environment,
    madeAt: toInstant(nowMs),
    applications,
    comptesTechniques: own(wanted?.comptesTechniques).map(([name, { login }]) => ({ name, login })),
    structures: own(wanted?.structures).map(([name, { type, identifiant }]) => ({ name, type, identifiant })),
    asked: askedDigest(asked),
    answers: asked.flatMap((question) => {
      const observation = observations.get(questionKey(question));
      return observation === undefined ? [] : [toProofAnswer(question, observation)];
    }),
  };
};
