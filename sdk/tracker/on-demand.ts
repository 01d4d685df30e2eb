import type { EnishiEvent, Touch } from "../protocol/events.ts";
import type { Arrival } from "./arrival.ts";
import { attempt } from "./attempt.ts";
import type { Referral } from "./calls.ts";
import { carryReferral } from "./carry-referral.ts";
import { type Check, checkCodes } from "./check-codes.ts";
import { cleanOnceKept } from "./clean-address.ts";
import { callDoctor } from "./doctor/call-doctor.ts";
import { isOutdone } from "./is-outdone.ts";
import type { Options } from "./options.ts";
import { createResender, type Resend, type Sender } from "./resender.ts";
import { sayAloud } from "./say-aloud.ts";
import { takeEvents } from "./take-events.ts";
import { tellReferral } from "./tell-referral.ts";
import type { Visit } from "./visit.ts";

/** What the tracker lends to the part of it that few pages need. */
export interface Core extends Sender {
  options: Options;
  /** The shop's other ones. */
  domains: string[];
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
  /** Once the device has the touch. */
  clean: (arrival: Arrival) => unknown,
  referral: (typed?: string) => Promise<Referral | null>,
  /** Whether a code that has arrived may take the place of the one that is kept. */
  check: Check,
];

/** The part of the tracker that is fetched when it is needed: for a referral that is stored, the shop's forms and other domains, for what was not simply accepted, and for `data-debug`. */
export function onDemand(...lent: Lent): OnDemand {
  const [options, lentAsk, batch, done, lastTouch, ...visit] = lent;
  const [meet, decide, keepArrival] = visit;
  const ask = sayAloud(options, lentAsk);
  const check = checkCodes(options.site, ask);
  const domains = options.domains?.match(/[^\s,]+/g) ?? [];
  const core = {
    ...{ options, domains, ask, batch, done, lastTouch, check },
    ...{ meet, decide, keepArrival },
  };
  // Where a policy blocks the panel, nothing else can say so.
  callDoctor(core).catch((error) => attempt(() => console.warn(error)));
  if (domains[0]) {
    import("./speak-with-frames.ts")
      .then(({ speakWithFrames }) => speakWithFrames(core))
      .catch(() => {});
  }
  return [
    createResender(core),
    carryReferral(core),
    (keep) => takeEvents(batch([]), keep),
    (arrival) => cleanOnceKept(arrival, lastTouch()),
    (typed) => tellReferral(core, typed),
    async (code) => !isOutdone(core) && check(code),
  ];
}
