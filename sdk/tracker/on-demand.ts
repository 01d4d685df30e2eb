import type { Touch } from "../protocol/events.ts";
import type { Referral } from "./calls.ts";
import { carryReferral } from "./carry-referral.ts";
import type { Options } from "./options.ts";
import { createResender, type Resend, type Sender } from "./resender.ts";

/** What the tracker lends to the part of it that few pages need. */
export interface Core extends Sender {
  options: Options;
  lastTouch(): Touch | undefined;
  referral(): Promise<Referral | null>;
}

/** What few pages need. */
export interface OnDemand {
  resend: Resend;
  /** Fills forms; once called, links to the shop's other domains carry the referral too. */
  carry(): void;
}

/** The part of the tracker that is fetched when it is needed: for the shop's forms and other domains, and for what was not simply accepted. */
export function onDemand(core: Core): OnDemand {
  return { resend: createResender(core), carry: carryReferral(core) };
}
