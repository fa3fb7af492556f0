// Posts the comment in a file on a pull request, or replaces the one that it posted before. Run by action.yml.
import { readFile } from "node:fs/promises";
import process from "node:process";

const { GITHUB_API_URL, GITHUB_REPOSITORY, INPUT_TOKEN, PULL_REQUEST } = process.env;
const ROBOT = "github-actions[bot]";

const ask = async (method, path, body) => {
  const answer = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/issues/${path}`, {
    method,
    headers: { authorization: `Bearer ${INPUT_TOKEN}`, accept: "application/vnd.github+json", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify({ body }) }),
  });
  if (!answer.ok) throw new Error(`GitHub answers ${answer.status} to ${method}`);
  return answer.json();
};

/** A stranger's comment may begin alike: only the robot's own is replaced. */
const findOwn = async (marker) => {
  for (let page = 1; ; page++) {
    const comments = await ask("GET", `${PULL_REQUEST}/comments?per_page=100&page=${page}`);
    const own = comments.find(({ body, user }) => user?.login === ROBOT && (body ?? "").split(/\r?\n/, 1)[0] === marker);
    if (own !== undefined || comments.length < 100) return own;
  }
};

try {
  if (!/^\d+$/.test(PULL_REQUEST ?? "")) throw new Error("no pull request");
  if (!INPUT_TOKEN) throw new Error("no token");
  const text = await readFile(process.argv[2], "utf8");
  const [marker] = text.split("\n", 1);
  if (!/^<!-- chorus:[a-z]+:[0-9a-f]{16} -->$/.test(marker)) throw new Error("the file is no comment of Chorus");
  const own = await findOwn(marker);
  if (own === undefined) await ask("POST", `${PULL_REQUEST}/comments`, text);
  else await ask("PATCH", `comments/${Number(own.id)}`, text);
} catch (error) {
  console.log(`::error title=Chorus::${String(error.message).replaceAll(/\s+/g, " ")}`);
  process.exitCode = 1;
}
