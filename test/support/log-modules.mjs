// Preloaded into a process: each module that it loads goes into a file, a line each.
import { register } from "node:module";
import process from "node:process";

const HOOK = `
import { appendFileSync } from "node:fs";
let file;
export const initialize = (data) => { file = data; };
export const load = (url, context, next) => {
  if (url.startsWith("file:")) appendFileSync(file, url + "\\n");
  return next(url, context);
};
`;

register(`data:text/javascript,${encodeURIComponent(HOOK)}`, { data: process.env.MODULE_LOG });
