import type { Options } from "./options.ts";

/** Does somebody want to know what is wrong, by `data-debug` or with the doctor (`?enishi-doctor=`)? */
export function isLookedInto({ debug }: Pick<Options, "debug">): boolean {
  return debug != null || /enishi-d/.test(location.search);
}
