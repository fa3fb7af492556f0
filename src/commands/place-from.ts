import { relative } from "node:path";
import { isElsewhere } from "../model/place.ts";
import type { CommandContext } from "./context.ts";

/** Where a state is kept, as seen from here: a file by its path, what is elsewhere by its address. */
export const placeFrom = ({ cwd }: Pick<CommandContext, "cwd">, place: string): string => (isElsewhere(place) ? place : relative(cwd, place));
