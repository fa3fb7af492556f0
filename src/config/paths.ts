import { dirname, isAbsolute, join, relative, sep } from "node:path";

export const folderOf = (file: string): string => dirname(file);

/** A path that a file names, seen from where that file is. */
export const besides = (file: string, path: string): string => (isAbsolute(path) ? path : join(dirname(file), path));

/** Whether a file is in a folder or below it, as their names tell. */
export const isWithin = (folder: string, file: string): boolean => {
  const way = relative(folder, file);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/** The same file named from a folder, so that every file is shown as the first one was given. */
export const namedFrom = (folder: string, file: string): string => join(folder, relative(folder, file));

/** How a file is called from a folder. */
export const relativeTo = (folder: string, file: string): string => relative(folder, file).replaceAll(sep, "/");
