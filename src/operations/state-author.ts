import { defined } from "../model/defined.ts";
import type { Author } from "../model/history.ts";
import type { EnvironmentVariables } from "../ports/ports.ts";

/** Who a run writes for: the person or the pipeline, by the variables that GitLab, GitHub and login shells set. */
export const stateAuthor = (variables: EnvironmentVariables, command: string): Author => {
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => variables[name]).find((value) => value !== undefined && value.trim() !== "");
  return defined({
    who: first("GITLAB_USER_LOGIN", "GITHUB_ACTOR", "USER", "LOGNAME", "USERNAME") ?? "?",
    command,
    commit: first("CI_COMMIT_SHA", "GITHUB_SHA"),
    run: first("CI_JOB_URL", "CI_PIPELINE_URL") ?? githubRun(variables),
  });
};

const githubRun = ({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id }: EnvironmentVariables): string | undefined =>
  server === undefined || repository === undefined || id === undefined ? undefined : `${server}/${repository}/actions/runs/${id}`;
