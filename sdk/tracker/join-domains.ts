import { carryAcross } from "./carry-across.ts";
import type { Core } from "./on-demand.ts";
import { speakWithFrames } from "./speak-with-frames.ts";

/** What only shops with several domains need. */
export function joinDomains(core: Core): void {
  carryAcross(core);
  speakWithFrames(core);
}
