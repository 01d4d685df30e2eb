import type { EnishiEvent, Touch } from "../protocol/events.ts";
import type { Arrival } from "./arrival.ts";
import { attempt } from "./attempt.ts";
import { carryReferral } from "./carry-referral.ts";
import { type Check, checkCodes } from "./check-codes.ts";
import { cleanAddress } from "./clean-address.ts";
import { callDoctor } from "./doctor/call-doctor.ts";
import { keepTyped } from "./keep-typed.ts";
import type { Options } from "./options.ts";
import { createResender, type Resend, type Sender } from "./resender.ts";
import { sayAloud } from "./say-aloud.ts";
import { speakWithFrames } from "./speak-with-frames.ts";
import { takeEvents } from "./take-events.ts";
import type { Visit } from "./visit.ts";

/** What the tracker lends to the part of it that few pages need. */
export interface Core extends Sender {
  options: Options;
  lastTouch(): Touch | undefined;
  check: Check;
  meet: Visit["meet"];
  decide: Visit["decide"];
  keepArrival: Visit["keepArrival"];
}

/** `Core` in the order of lending: names that cross from file to file could not be shortened. */
export type Lent = [
  options: Core["options"],
  ask: Core["ask"],
  batch: Core["batch"],
  done: Core["done"],
  lastTouch: Core["lastTouch"],
  meet: Core["meet"],
  decide: Core["decide"],
  keepArrival: Core["keepArrival"],
];

/** What few pages need, in an order for the same reason. */
export type OnDemand = [
  resend: Resend,
  /** Fills forms; once called, links to the shop's other domains carry the referral too. */
  carry: () => void,
  /** Hands over what earlier pages and other tabs could not send. */
  takeOver: (keep: (event: EnishiEvent) => unknown) => void,
  clean: (arrival: Arrival) => unknown,
  keepTyped: (code: string) => Promise<void>,
  check: Check,
];

/** The part of the tracker that is fetched when it is needed: for a referral that is stored, the shop's forms and other domains, for what was not simply accepted, and for `data-debug`. */
export function onDemand(...lent: Lent): OnDemand {
  const [options, ask, batch, done, lastTouch, ...visit] = lent;
  const [meet, decide, keepArrival] = visit;
  const check = checkCodes(options.site, ask);
  const core = {
    ...{ options, ask, batch, done, lastTouch, check },
    ...{ meet, decide, keepArrival },
  };
  sayAloud(core);
  callDoctor(core);
  speakWithFrames(core);
  return [
    createResender(core),
    carryReferral(core),
    (keep) => takeEvents(batch([]), keep),
    // Where nothing could be stored the address is all that keeps the code.
    (arrival) =>
      arrival?.code === lastTouch()?.code &&
      attempt(() => cleanAddress(arrival)),
    (code) => keepTyped(core, code),
    check,
  ];
}
