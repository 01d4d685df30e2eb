import { addGiftCodes, storeGiftCodes } from "./add-gift-codes.ts";
import {
  createApiKey,
  endApiKey,
  noteKeyUse,
  replaceApiKey,
} from "./change-api-keys.ts";
import {
  createEndpoint,
  deleteEndpoint,
  enableEndpoint,
  resendDelivery,
  testEndpoint,
} from "./change-endpoints.ts";
import {
  editGiftPool,
  moveGiftExpiry,
  retireGiftPool,
  withdrawGiftCodes,
} from "./change-gift-pool.ts";
import { changeOrder } from "./change-order.ts";
import { changeOrigins } from "./change-origins.ts";
import { confirmReward, payReward, voidReward } from "./change-reward.ts";
import { changeSite } from "./change-site.ts";
import { closeSite, reopenSite } from "./close-site.ts";
import { createFirstSite } from "./create-first-site.ts";
import { createGiftPool } from "./create-gift-pool.ts";
import { createPayout } from "./create-payout.ts";
import { createSite, createTestSite } from "./create-site.ts";
import { creditByHand } from "./credit-by-hand.ts";
import { erasePerson } from "./erase-person.ts";
import { forgetDeliveries } from "./forget-deliveries.ts";
import { forgetEvents } from "./forget-events.ts";
import { forgetImported, importCustomers } from "./import-customers.ts";
import { joinMember } from "./join-member.ts";
import { liftSuspension } from "./lift-suspension.ts";
import { noteExport } from "./note-export.ts";
import { openDispute } from "./open-dispute.ts";
import { provideMonths } from "./provide-months.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { recordConversion } from "./record-conversion.ts";
import { recordEvents } from "./record-events.ts";
import { refundConversion } from "./refund-conversion.ts";
import { refuseConversion } from "./refuse-conversion.ts";
import {
  endFormerKey,
  replacePublicKey,
  replaceSigningKey,
} from "./replace-keys.ts";
import { resetTestSite, settleTestRewards } from "./reset-test-site.ts";
import { setAside } from "./set-aside.ts";
import { settleDelivery } from "./settle-delivery.ts";
import { settleDispute } from "./settle-dispute.ts";
import { releaseHold, voidHeld } from "./settle-hold.ts";
import { cancelPayout, payPayout } from "./settle-payout.ts";
import { settleRewards } from "./settle-rewards.ts";
import { sumOrderHours } from "./sum-order-hours.ts";
import { suspendMember } from "./suspend-member.ts";
import { giveBackDeliveries, takeDeliveries } from "./take-deliveries.ts";
import { updateMe } from "./update-me.ts";
import { verifyConversion } from "./verify-conversion.ts";
import { watchClock } from "./watch-clock.ts";

/** Everything that writes, by the name under which it is asked for. */
export const actions = {
  // What browsers and shops tell.
  recordEvents,
  recordConversion,

  // Orders.
  changeOrder,
  creditByHand,
  refundConversion,
  refuseConversion,
  releaseHold,
  setAside,
  verifyConversion,
  voidHeld,

  // Rewards and payout runs.
  confirmReward,
  payReward,
  settleRewards,
  voidReward,
  cancelPayout,
  createPayout,
  payPayout,

  // Gift codes.
  addGiftCodes,
  createGiftPool,
  editGiftPool,
  moveGiftExpiry,
  retireGiftPool,
  storeGiftCodes,
  withdrawGiftCodes,

  // Members, friends and customers from before.
  erasePerson,
  forgetImported,
  importCustomers,
  joinMember,
  liftSuspension,
  noteExport,
  openDispute,
  putMember,
  settleDispute,
  suspendMember,
  updateMe,

  // Sites, their keys and their rules.
  changeOrigins,
  changeSite,
  closeSite,
  createApiKey,
  createFirstSite,
  createSite,
  createTestSite,
  endApiKey,
  endFormerKey,
  noteKeyUse,
  putProgram,
  reopenSite,
  replaceApiKey,
  replacePublicKey,
  replaceSigningKey,
  resetTestSite,
  settleTestRewards,

  // Webhooks.
  createEndpoint,
  deleteEndpoint,
  enableEndpoint,
  forgetDeliveries,
  giveBackDeliveries,
  resendDelivery,
  settleDelivery,
  takeDeliveries,
  testEndpoint,

  // What is kept, and for how long.
  forgetEvents,
  provideMonths,
  sumOrderHours,
  watchClock,
};

export type Actions = typeof actions;
export type ActionInput<Name extends keyof Actions> = Parameters<
  Actions[Name]
>[1];
export type ActionOutput<Name extends keyof Actions> = Awaited<
  ReturnType<Actions[Name]>
>;

/** Runs actions; resolves when what one wrote is durable. */
export interface ActionRunner {
  run<Name extends keyof Actions>(
    name: Name,
    input: ActionInput<Name>,
  ): Promise<ActionOutput<Name>>;
}
