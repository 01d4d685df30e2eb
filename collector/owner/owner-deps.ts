import type { storeGiftCodes } from "../actions/add-gift-codes.ts";
import { readPayout } from "../actions/answer-payout.ts";
import type {
  editGiftPool,
  moveGiftExpiry,
  retireGiftPool,
} from "../actions/change-gift-pool.ts";
import type { OverlapHours } from "../actions/change-keys.ts";
import type { changeOrder } from "../actions/change-order.ts";
import { listChosen, sumChosen } from "../actions/chosen.ts";
import type { createGiftPool } from "../actions/create-gift-pool.ts";
import type { createPayout } from "../actions/create-payout.ts";
import type { NewSite } from "../actions/create-site.ts";
import { exportPerson } from "../actions/export-person.ts";
import type { ImportedCustomer } from "../actions/import-customers.ts";
import { listAudit } from "../actions/list-audit.ts";
import { listDeliveries, listEndpoints } from "../actions/list-deliveries.ts";
import { listDisputes } from "../actions/list-disputes.ts";
import { listDue } from "../actions/list-due.ts";
import {
  listGiftPools,
  listLowPools,
  readGiftPool,
} from "../actions/list-gift-pools.ts";
import { listKeys } from "../actions/list-keys.ts";
import { listOrders } from "../actions/list-orders.ts";
import { allOverflows, listOverflows } from "../actions/list-overflows.ts";
import { listPayouts } from "../actions/list-payouts.ts";
import {
  listProgramVersions,
  readProgramVersion,
} from "../actions/list-program-versions.ts";
import { countQueue, listQueue } from "../actions/list-queue.ts";
import { listSites, readTestSite } from "../actions/list-sites.ts";
import { listUnmatched } from "../actions/list-unmatched.ts";
import {
  listGiftNeeds,
  listUnservedGifts,
} from "../actions/list-unserved-gifts.ts";
import {
  lastEvents,
  listConversions,
  listMembers,
  listPrograms,
  listReferrals,
  listRewards,
  personOf,
} from "../actions/lists.ts";
import { namesOf } from "../actions/names-of.ts";
import { payeesById } from "../actions/payee.ts";
import { allTotals, payoutTotals } from "../actions/payout-totals.ts";
import { previewChange } from "../actions/preview-change.ts";
import { previewRefund } from "../actions/preview-refund.ts";
import type { MemberWord, putMember } from "../actions/put-member.ts";
import { readFunnel } from "../actions/read-funnel.ts";
import {
  countCustomers,
  readInstallation,
} from "../actions/read-installation.ts";
import { readMember } from "../actions/read-member.ts";
import { readOrder } from "../actions/read-order.ts";
import { readProgramWarnings } from "../actions/read-program-warnings.ts";
import { readRehearsal } from "../actions/read-rehearsal.ts";
import { chosenSite } from "../actions/read-site.ts";
import type { setAside } from "../actions/set-aside.ts";
import type { cancelPayout, payPayout } from "../actions/settle-payout.ts";
import type { Reading } from "../actions/work.ts";
import type { Program } from "../domain/program.ts";
import type { Troubles } from "../domain/troubles.ts";
import type { CheckProgram } from "./rules/field-errors.ts";

/** The reads of the owner's pages, bound to the connection they read from. */
export function ownerReads(reading: Reading) {
  return {
    site: bind(reading, chosenSite),
    sites: bind(reading, listSites),
    testSite: bind(reading, readTestSite),
    keys: bind(reading, listKeys),
    installation: bind(reading, readInstallation),
    programWarnings: bind(reading, readProgramWarnings),
    customers: bind(reading, countCustomers),
    lastEvents: bind(reading, lastEvents),
    funnel: bind(reading, readFunnel),
    rewards: bind(reading, listRewards),
    overflows: bind(reading, listOverflows),
    allOverflows: bind(reading, allOverflows),
    conversions: bind(reading, listConversions),
    orders: bind(reading, listOrders),
    order: bind(reading, readOrder),
    changePreview: bind(reading, previewChange),
    refundPreview: bind(reading, previewRefund),
    queue: bind(reading, listQueue),
    queueCounts: bind(reading, countQueue),
    audit: bind(reading, listAudit),
    personData: bind(reading, exportPerson),
    personOf: bind(reading, personOf),
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
    giftPools: bind(reading, listGiftPools),
    giftPool: bind(reading, readGiftPool),
    lowPools: bind(reading, listLowPools),
    giftNeeds: bind(reading, listGiftNeeds),
    unservedGifts: bind(reading, listUnservedGifts),
    due: bind(reading, listDue),
    payouts: bind(reading, listPayouts),
    payout: bind(reading, readPayout),
    payees: bind(reading, payeesById),
    allTotals: bind(reading, allTotals),
    payoutTotals: bind(reading, payoutTotals),
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

interface SiteAct {
  siteId: string;
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
    name: "noteExport",
    input: { siteId: string; subject: string; by: string },
  ): Promise<unknown>;
  run(
    name: "erasePerson",
    input: { siteId: string; externalId: string; by: string },
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
  run(name: "setAside", input: Input<typeof setAside>): Promise<unknown>;
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
    name: "changeOrder",
    input: Input<typeof changeOrder>,
  ): ReturnType<typeof changeOrder>;
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
    name: "createSite",
    input: {
      name: string;
      origins: string[];
      consent: "granted" | "required";
      timeZone: string;
      currency: string;
      by: string;
    },
  ): Promise<NewSite>;
  run(name: "createTestSite", input: SiteAct): Promise<NewSite>;
  run(name: "resetTestSite", input: SiteAct): Promise<unknown>;
  run(
    name: "settleTestRewards",
    input: SiteAct,
  ): Promise<{ confirmed: number; more: boolean }>;
  run(
    name: "changeSite",
    input: SiteAct & { name?: string; consent?: "granted" | "required" },
  ): Promise<unknown>;
  run(
    name: "createApiKey",
    input: SiteAct & { label: string },
  ): Promise<{ key: string }>;
  run(
    name: "replaceApiKey",
    input: SiteAct & { id: string; overlapHours: OverlapHours },
  ): Promise<{ key: string }>;
  run(
    name: "replaceSigningKey",
    input: SiteAct & { overlapHours: OverlapHours },
  ): Promise<{ key: string }>;
  run(name: "replacePublicKey", input: SiteAct): Promise<{ key: string }>;
  run(
    name: "endApiKey" | "endFormerKey",
    input: SiteAct & { id: string },
  ): Promise<unknown>;
  run(
    name: "forgetImported",
    input: SiteAct & { named: string },
  ): Promise<unknown>;
  run(
    name: "importCustomers",
    input: SiteAct & { customers: ImportedCustomer[]; noteAs: number | null },
  ): Promise<{ added: number; known: number }>;
  run(
    name: "putProgram",
    input: { siteId: string; program: Program; by: string; basedOn: number },
  ): Promise<unknown>;
  run(name: "putMember", input: MemberWord): ReturnType<typeof putMember>;
  run(
    name: "suspendMember",
    input: { siteId: string; externalId: string; reason: string; by: string },
  ): Promise<unknown>;
  run(
    name: "liftSuspension",
    input: { siteId: string; externalId: string; by: string },
  ): Promise<unknown>;
  run(
    name: "createGiftPool",
    input: Input<typeof createGiftPool>,
  ): ReturnType<typeof createGiftPool>;
  run(
    name: "editGiftPool",
    input: Input<typeof editGiftPool>,
  ): ReturnType<typeof editGiftPool>;
  run(
    name: "storeGiftCodes",
    input: Input<typeof storeGiftCodes>,
  ): ReturnType<typeof storeGiftCodes>;
  run(
    name: "moveGiftExpiry",
    input: Input<typeof moveGiftExpiry>,
  ): ReturnType<typeof moveGiftExpiry>;
  run(
    name: "retireGiftPool" | "withdrawGiftCodes",
    input: Input<typeof retireGiftPool>,
  ): ReturnType<typeof retireGiftPool>;
  run(
    name: "createPayout",
    input: Input<typeof createPayout>,
  ): ReturnType<typeof createPayout>;
  run(
    name: "payPayout",
    input: Input<typeof payPayout>,
  ): ReturnType<typeof payPayout>;
  run(
    name: "cancelPayout",
    input: Input<typeof cancelPayout>,
  ): ReturnType<typeof cancelPayout>;
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

/** What an action of the collector takes. */
type Input<Action extends (work: never, input: never) => unknown> =
  Parameters<Action>[1];

export interface OwnerDeps {
  adminPassword: string;
  /** The collector's address as browsers see it, without a trailing slash. */
  publicUrl: string;
  /** What opens the install doctor on a site's pages. */
  doctorKey?(siteId: string): string;
  /** The optional stub's code, for the snippet. */
  stub: string;
  /** Epoch milliseconds. */
  now(): number;
  /** Calls that were refused: what the page of the installation shows. */
  troubles: Pick<Troubles, "of">;
  checkProgram: CheckProgram;
  /** Throws `invalid_field` where messages must not be sent: see `refuseWebhookUrl`. */
  refuseWebhookUrl(url: string): Promise<void>;
  read: OwnerReads;
  writer: OwnerWriter;
  /** Takes a fault that nobody waits for any more: of long work, after its answer. */
  report?(error: unknown): void;
}

function bind<Input, Output>(
  reading: Reading,
  read: (reading: Reading, input: Input) => Promise<Output>,
) {
  return (input: Input) => read(reading, input);
}
