import { keepUnclicked } from "./keep-unclicked.ts";
import type { Core } from "./on-demand.ts";

/** Keeps a code that somebody typed like that of a link, where the collector knows it. Nobody has clicked: no click is counted. */
export async function keepTyped(core: Core, typed: string): Promise<void> {
  const known = await core.check(typed);
  if (!known || known.code === core.lastTouch()?.code) return;
  await keepUnclicked(core, { code: known.code, at: Date.now() });
}
