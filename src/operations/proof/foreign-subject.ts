import type { CodeArguments } from "../../diagnostics/codes.ts";
import type { Desired } from "../../model/desired.ts";
import type { ProofDocument } from "../../model/proof.ts";
import type { Question } from "../../model/question.ts";

export type ForeignSubject = Pick<CodeArguments["CHR-PROOF-SUBJECT"], "kind" | "name" | "value">;

/** The first thing that a proof is about and that is not declared as its client's, by the same name and identifier. */
export const foreignSubject = (
  { client, environment, applications, comptesTechniques, structures, answers }: ProofDocument,
  { environments }: Desired,
): ForeignSubject | undefined => {
  const wanted = environments[environment];
  const own = <T extends { readonly client?: string }>(named: Readonly<Record<string, T>> | undefined, name: string): T | undefined => {
    const one = named !== undefined && Object.hasOwn(named, name) ? named[name] : undefined;
    return one?.client === client ? one : undefined;
  };
  for (const { name, nom } of applications) {
    if (own(wanted?.applications, name)?.nom !== nom) return { kind: "application", name, value: nom };
  }
  for (const { name, login } of comptesTechniques) {
    if (own(wanted?.comptesTechniques, name)?.login !== login) return { kind: "compte-technique", name, value: login };
  }
  for (const { name, type, identifiant } of structures) {
    const declared = own(wanted?.structures, name);
    if (declared?.identifiant !== identifiant || declared.type !== type) return { kind: "structure", name, value: identifiant };
  }
  const named = {
    applications: new Set(applications.map(({ name }) => name)),
    accounts: new Set(comptesTechniques.map(({ name }) => name)),
    structures: new Set(structures.map(({ type, identifiant }) => `${type} ${identifiant}`)),
  };
  return answers.flatMap(({ question }) => foreignTo(question, named, environment) ?? [])[0];
};

interface Named {
  readonly applications: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
  readonly structures: ReadonlySet<string>;
}

const foreignTo = (question: Question, { applications, accounts, structures }: Named, environment: string): ForeignSubject | undefined => {
  const name = question.ask;
  if (question.environment !== environment) return { kind: "question", name, value: question.environment };
  if (!applications.has(question.application)) return { kind: "question", name, value: question.application };
  if ("account" in question && !accounts.has(question.account)) return { kind: "question", name, value: question.account };
  if ("identifier" in question && !structures.has(`${question.identifierType} ${question.identifier}`)) return { kind: "question", name, value: question.identifier };
  return undefined;
};
