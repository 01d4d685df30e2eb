import type { ActionRunner } from "../actions/actions.ts";
import { readPayout } from "../actions/answer-payout.ts";
import { listChosen, sumChosen } from "../actions/chosen.ts";
import { exportPerson } from "../actions/export-person.ts";
import { lastEvents } from "../actions/last-events.ts";
import { listAudit } from "../actions/list-audit.ts";
import { listConversions } from "../actions/list-conversions.ts";
import { listDeliveries, listEndpoints } from "../actions/list-deliveries.ts";
import { listDisputes } from "../actions/list-disputes.ts";
import { listDue } from "../actions/list-due.ts";
import {
  listGiftPools,
  listLowPools,
  readGiftPool,
} from "../actions/list-gift-pools.ts";
import { listKeys } from "../actions/list-keys.ts";
import { listMembers } from "../actions/list-members.ts";
import { listOrders } from "../actions/list-orders.ts";
import { allOverflows, listOverflows } from "../actions/list-overflows.ts";
import { listPayouts } from "../actions/list-payouts.ts";
import {
  listProgramVersions,
  readProgramVersion,
} from "../actions/list-program-versions.ts";
import { listPrograms } from "../actions/list-programs.ts";
import { countQueue, listQueue } from "../actions/list-queue.ts";
import { listReferrals } from "../actions/list-referrals.ts";
import { listRewards } from "../actions/list-rewards.ts";
import { listSites, readTestSite } from "../actions/list-sites.ts";
import { listUnmatched } from "../actions/list-unmatched.ts";
import {
  listGiftNeeds,
  listUnservedGifts,
} from "../actions/list-unserved-gifts.ts";
import { personOf } from "../actions/member-named.ts";
import { memberNames } from "../actions/member-names.ts";
import { payeesById } from "../actions/payee.ts";
import { allTotals, payoutTotals } from "../actions/payout-totals.ts";
import { previewChange } from "../actions/preview-change.ts";
import { previewRefund } from "../actions/preview-refund.ts";
import { readChannels } from "../actions/read-channels.ts";
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
import { voidedAmounts } from "../actions/voided-amounts.ts";
import type { Reading } from "../actions/work.ts";
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
    channels: bind(reading, readChannels),
    rewards: bind(reading, listRewards),
    voided: bind(reading, voidedAmounts),
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
    names: bind(reading, memberNames),
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

/** The script under a name that never means another, and the hashes of it and of all that it loads, by path. */
export interface PinnedScript {
  script: string;
  files: Record<string, string>;
}

export interface OwnerDeps {
  adminPassword: string;
  /** The collector's address as browsers see it, without a trailing slash. */
  publicUrl: string;
  /** What opens the install doctor on a site's pages. */
  doctorKey?(siteId: string): string;
  /** The optional stub's code, for the snippet. */
  stub: string;
  /** For shops that check what they run; absent where nothing was built. */
  pinned?: PinnedScript | null;
  /** Epoch milliseconds. */
  now(): number;
  /** Calls that were refused: what the page of the installation shows. */
  troubles: Pick<Troubles, "of">;
  checkProgram: CheckProgram;
  /** Throws `invalid_field` where messages must not be sent: see `refuseWebhookUrl`. */
  refuseWebhookUrl(url: string): Promise<void>;
  read: OwnerReads;
  /** What the owner may change. */
  writer: ActionRunner;
  /** Takes a fault that nobody waits for any more: of long work, after its answer. */
  report?(error: unknown): void;
}

function bind<Input, Output>(
  reading: Reading,
  read: (reading: Reading, input: Input) => Promise<Output>,
) {
  return (input: Input) => read(reading, input);
}
