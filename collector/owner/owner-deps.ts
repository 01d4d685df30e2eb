import { listChosen, sumChosen } from "../actions/chosen.ts";
import { listDeliveries, listEndpoints } from "../actions/list-deliveries.ts";
import { listDisputes } from "../actions/list-disputes.ts";
import {
  listProgramVersions,
  readProgramVersion,
} from "../actions/list-program-versions.ts";
import { countQueue, listQueue } from "../actions/list-queue.ts";
import { listUnmatched } from "../actions/list-unmatched.ts";
import {
  lastEvents,
  listConversions,
  listMembers,
  listPrograms,
  listReferrals,
  listRewards,
} from "../actions/lists.ts";
import { listOrders } from "../actions/list-orders.ts";
import { namesOf } from "../actions/names-of.ts";
import { previewRefund } from "../actions/preview-refund.ts";
import { readFunnel } from "../actions/read-funnel.ts";
import { readMember } from "../actions/read-member.ts";
import { readOrder } from "../actions/read-order.ts";
import { readRehearsal } from "../actions/read-rehearsal.ts";
import { firstSite } from "../actions/read-site.ts";
import type { Reading } from "../actions/work.ts";
import type { Program } from "../domain/program.ts";
import type { CheckProgram } from "./rules/field-errors.ts";

/** The reads of the owner's pages, bound to the connection they read from. */
export function ownerReads(reading: Reading) {
  return {
    site: () => firstSite(reading),
    lastEvents: bind(reading, lastEvents),
    funnel: bind(reading, readFunnel),
    rewards: bind(reading, listRewards),
    conversions: bind(reading, listConversions),
    orders: bind(reading, listOrders),
    order: bind(reading, readOrder),
    refundPreview: bind(reading, previewRefund),
    queue: bind(reading, listQueue),
    queueCounts: bind(reading, countQueue),
    chosen: bind(reading, listChosen),
    chosenSum: bind(reading, sumChosen),
    disputes: bind(reading, listDisputes),
    unmatched: bind(reading, listUnmatched),
    members: bind(reading, listMembers),
    member: bind(reading, readMember),
    names: bind(reading, namesOf),
    referrals: bind(reading, listReferrals),
    endpoints: bind(reading, listEndpoints),
    deliveries: bind(reading, listDeliveries),
    programs: bind(reading, listPrograms),
    programVersion: bind(reading, readProgramVersion),
    programVersions: bind(reading, listProgramVersions),
    rehearsal: bind(reading, readRehearsal),
  };
}

export type OwnerReads = ReturnType<typeof ownerReads>;

interface RewardAct {
  siteId: string;
  reward: string;
  by: string;
}

/** What the owner may change; the collector's writer fits. */
export interface OwnerWriter {
  run(name: "confirmReward" | "payReward", input: RewardAct): Promise<unknown>;
  run(
    name: "voidReward",
    input: RewardAct & { reason: string },
  ): Promise<unknown>;
  run(
    name: "refuseConversion",
    input: { siteId: string; conversion: string; reason: string; by: string },
  ): Promise<unknown>;
  run(
    name: "releaseHold",
    input: { siteId: string; conversion: string; by: string },
  ): Promise<unknown>;
  run(
    name: "voidHeld",
    input: { siteId: string; conversion: string; reason: string; by: string },
  ): Promise<unknown>;
  run(
    name: "settleDispute",
    input: {
      siteId: string;
      dispute: string;
      decision: "upheld" | "declined";
      message: string;
      by: string;
    },
  ): Promise<unknown>;
  run(
    name: "creditByHand",
    input: {
      siteId: string;
      conversion: string;
      member: string;
      reason: string;
      by: string;
    },
  ): Promise<unknown>;
  run(
    name: "refundConversion",
    input: {
      siteId: string;
      conversion: string;
      refundId: string;
      amountMinor: number;
      reason: "refund" | "chargeback";
      note: string;
      by: string;
    },
  ): Promise<unknown>;
  run(
    name: "enableEndpoint",
    input: { siteId: string; endpoint: string; by: string },
  ): Promise<unknown>;
  run(
    name: "resendDelivery",
    input: { siteId: string; delivery: string; by: string },
  ): Promise<unknown>;
  run(
    name: "verifyConversion",
    input: { siteId: string; conversion: string; by: string },
  ): Promise<unknown>;
  run(
    name: "changeOrigins",
    input: { siteId: string; origins: string[]; by: string },
  ): Promise<unknown>;
  run(
    name: "putProgram",
    input: { siteId: string; program: Program; by: string; basedOn: number },
  ): Promise<unknown>;
  run(
    name: "suspendMember",
    input: { siteId: string; externalId: string; reason: string; by: string },
  ): Promise<unknown>;
  run(
    name: "liftSuspension",
    input: { siteId: string; externalId: string; by: string },
  ): Promise<unknown>;
  run(
    name: "createEndpoint",
    input: { siteId: string; url: string; events: string[]; by: string },
  ): Promise<{ secret: string }>;
  run(
    name: "deleteEndpoint",
    input: { siteId: string; endpoint: string; by: string },
  ): Promise<unknown>;
  run(
    name: "testEndpoint",
    input: { siteId: string; endpoint: string },
  ): Promise<unknown>;
}

export interface OwnerDeps {
  adminPassword: string;
  /** The collector's address as browsers see it, without a trailing slash. */
  publicUrl: string;
  /** The optional stub's code, for the snippet. */
  stub: string;
  /** Epoch milliseconds. */
  now(): number;
  checkProgram: CheckProgram;
  /** Throws `invalid_field` where messages must not be sent: see `refuseWebhookUrl`. */
  refuseWebhookUrl(url: string): Promise<void>;
  read: OwnerReads;
  writer: OwnerWriter;
}

function bind<Input, Output>(
  reading: Reading,
  read: (reading: Reading, input: Input) => Promise<Output>,
) {
  return (input: Input) => read(reading, input);
}
