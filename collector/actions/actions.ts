import { addGiftCodes, storeGiftCodes } from "./add-gift-codes.ts";
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
import {
  createApiKey,
  endApiKey,
  endFormerKey,
  noteKeyUse,
  replaceApiKey,
  replacePublicKey,
  replaceSigningKey,
} from "./change-keys.ts";
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
  createApiKey,
  endApiKey,
  endFormerKey,
  noteKeyUse,
  replaceApiKey,
  replacePublicKey,
  replaceSigningKey,
  changeSite,
  closeSite,
  reopenSite,
  createSite,
  createTestSite,
  forgetImported,
  importCustomers,
  resetTestSite,
  settleTestRewards,
  addGiftCodes,
  setAside,
  storeGiftCodes,
  cancelPayout,
  changeOrder,
  changeOrigins,
  confirmReward,
  createEndpoint,
  createFirstSite,
  createGiftPool,
  createPayout,
  creditByHand,
  deleteEndpoint,
  enableEndpoint,
  editGiftPool,
  erasePerson,
  forgetDeliveries,
  forgetEvents,
  giveBackDeliveries,
  joinMember,
  moveGiftExpiry,
  liftSuspension,
  noteExport,
  payPayout,
  payReward,
  openDispute,
  provideMonths,
  putMember,
  putProgram,
  recordConversion,
  recordEvents,
  refundConversion,
  refuseConversion,
  releaseHold,
  retireGiftPool,
  resendDelivery,
  settleDelivery,
  settleDispute,
  settleRewards,
  sumOrderHours,
  suspendMember,
  takeDeliveries,
  testEndpoint,
  updateMe,
  verifyConversion,
  voidHeld,
  voidReward,
  watchClock,
  withdrawGiftCodes,
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
