import type { ClickEvent, EnishiEvent, Touch } from "../protocol/events.ts";
import type { Arrival } from "./arrival.ts";
import { attempt } from "./attempt.ts";
import type { Referral } from "./calls.ts";
import { type Check, checkCodes } from "./check-codes.ts";
import { cleanOnceKept } from "./clean-address.ts";
import { doctorKey } from "./doctor/doctor-key.ts";
import type { Draft } from "./draft.ts";
import { hostsOf } from "./hosts-of.ts";
import type { Options } from "./options.ts";
import { createResender, type Resend, type Sender } from "./resender.ts";
import { sayAloud } from "./say-aloud.ts";
import { takeEvents } from "./take-events.ts";
import { tellReferral } from "./tell-referral.ts";
import type { Undecided } from "./undecided.ts";
import type { Visit } from "./visit.ts";

/** What the tracker lends to the part of it that few pages need. */
export interface Core extends Sender {
  options: Options;
  /** The shop's other ones. */
  domains: string[];
  lastTouch(): Touch | undefined;
  check: Check;
  /** Of the arrivals that are being decided. */
  begun: Set<number>;
  meet: Visit["meet"];
  decide: Visit["decide"];
  keepArrival: Visit["keepArrival"];
  record(draft: Draft): unknown;
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
  record: Core["record"],
];

/** What few pages need, in an order for the same reason. */
export type OnDemand = [
  resend: Resend,
  /** Fills forms. */
  carry: () => void,
  /** Hands over what earlier pages and other tabs could not send. */
  takeOver: (keep: (event: EnishiEvent) => unknown) => void,
  /** Once the device has the touch. */
  clean: (arrival: Arrival) => unknown,
  referral: (typed?: string) => Promise<Referral | null>,
  /** Asks about codes that have arrived, and keeps and counts one of them. */
  decideArrivals: (undecided: Undecided) => Promise<true>,
];

/** The part of the tracker that is fetched when it is needed: for a referral that is stored, the shop's forms and other domains, for what was not simply accepted, and for `data-debug`. */
export function onDemand(...lent: Lent): OnDemand {
  const [options, lentAsk, batch, done, lastTouch, ...visit] = lent;
  const [meet, decide, keepArrival, record] = visit;
  const ask = sayAloud(options, lentAsk);
  const check = checkCodes(options.site, ask);
  const domains = hostsOf(options.domains);
  const core = {
    ...{ options, domains, ask, batch, done, lastTouch, check },
    begun: new Set<number>(),
    ...{ meet, decide, keepArrival, record },
  };
  const key = doctorKey();
  if (key) {
    import("./doctor/call-doctor.ts")
      .then(({ callDoctor }) => callDoctor(core, key))
      // Where a policy blocks the doctor, nothing else can say so.
      .catch((error) => attempt(() => console.warn(error)));
  }
  if (domains[0]) {
    import("./join-domains.ts")
      .then(({ joinDomains }) => joinDomains(core))
      .catch(() => {});
  }
  let carrying: Promise<() => void> | undefined;
  const carry = () => {
    if (!options.forms && !document.querySelector("[data-enishi-form]")) return;
    carrying ??= import("./carry-referral.ts").then(({ carryReferral }) =>
      carryReferral(core),
    );
    carrying
      .then((carryOn) => carryOn())
      .catch(() => {
        carrying = undefined;
      });
  };
  // Of a code that was typed, nothing in the page may change.
  document.addEventListener("enishi:referral", () => attempt(carry));
  const settle = async (
    undecided: Undecided,
    tellLate?: (click: ClickEvent) => unknown,
  ) => {
    const { decideArrivals } = await import("./decide-arrivals.ts");
    return decideArrivals(core, undecided, tellLate);
  };
  return [
    createResender(core),
    carry,
    (keep) =>
      takeEvents(batch([]), keep, (undecided) => settle(undecided, keep)),
    (arrival) => cleanOnceKept(arrival, lastTouch()),
    (typed) => tellReferral(core, typed),
    (undecided) => settle(undecided),
  ];
}
