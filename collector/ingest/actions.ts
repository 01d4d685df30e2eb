import { addGiftCodes, storeGiftCodes } from "../actions/add-gift-codes.ts";
import {
  createEndpoint,
  deleteEndpoint,
  enableEndpoint,
  resendDelivery,
  testEndpoint,
} from "../actions/change-endpoints.ts";
import {
  editGiftPool,
  moveGiftExpiry,
  retireGiftPool,
  withdrawGiftCodes,
} from "../actions/change-gift-pool.ts";
import {
  createApiKey,
  endApiKey,
  endFormerKey,
  noteKeyUse,
  replaceApiKey,
  replacePublicKey,
  replaceSigningKey,
} from "../actions/change-keys.ts";
import { changeOrder } from "../actions/change-order.ts";
import { changeOrigins } from "../actions/change-origins.ts";
import {
  confirmReward,
  payReward,
  voidReward,
} from "../actions/change-reward.ts";
import { changeSite } from "../actions/change-site.ts";
import { createFirstSite } from "../actions/create-first-site.ts";
import { createGiftPool } from "../actions/create-gift-pool.ts";
import { createPayout } from "../actions/create-payout.ts";
import { createSite, createTestSite } from "../actions/create-site.ts";
import { creditByHand } from "../actions/credit-by-hand.ts";
import { erasePerson } from "../actions/erase-person.ts";
import { forgetDeliveries } from "../actions/forget-deliveries.ts";
import {
  forgetImported,
  importCustomers,
} from "../actions/import-customers.ts";
import { joinMember } from "../actions/join-member.ts";
import { liftSuspension } from "../actions/lift-suspension.ts";
import { noteExport } from "../actions/note-export.ts";
import { openDispute } from "../actions/open-dispute.ts";
import { putMember } from "../actions/put-member.ts";
import { putProgram } from "../actions/put-program.ts";
import { recordConversion } from "../actions/record-conversion.ts";
import { recordEvents } from "../actions/record-events.ts";
import { refundConversion } from "../actions/refund-conversion.ts";
import { refuseConversion } from "../actions/refuse-conversion.ts";
import {
  resetTestSite,
  settleTestRewards,
} from "../actions/reset-test-site.ts";
import { setAside } from "../actions/set-aside.ts";
import { settleDelivery } from "../actions/settle-delivery.ts";
import { settleDispute } from "../actions/settle-dispute.ts";
import { releaseHold, voidHeld } from "../actions/settle-hold.ts";
import { cancelPayout, payPayout } from "../actions/settle-payout.ts";
import { settleRewards } from "../actions/settle-rewards.ts";
import { suspendMember } from "../actions/suspend-member.ts";
import { takeDeliveries } from "../actions/take-deliveries.ts";
import { updateMe } from "../actions/update-me.ts";
import { verifyConversion } from "../actions/verify-conversion.ts";
import type { Work } from "../actions/work.ts";

/** Everything that writes, by the name under which it crosses to the writer's thread. */
export const actions = {
  createApiKey,
  endApiKey,
  endFormerKey,
  noteKeyUse,
  replaceApiKey,
  replacePublicKey,
  replaceSigningKey,
  changeSite,
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
  joinMember,
  moveGiftExpiry,
  liftSuspension,
  noteExport,
  payPayout,
  payReward,
  openDispute,
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
  suspendMember,
  takeDeliveries,
  testEndpoint,
  updateMe,
  verifyConversion,
  voidHeld,
  voidReward,
  withdrawGiftCodes,
};

export type Actions = typeof actions;
export type ActionInput<Name extends keyof Actions> = Parameters<
  Actions[Name]
>[1];
export type ActionOutput<Name extends keyof Actions> = Awaited<
  ReturnType<Actions[Name]>
>;

/** An action asked for, in a form that can cross threads. */
export interface Command {
  name: keyof Actions;
  input: unknown;
}

/**
 * Runs one command, in a `Work` of its own: what an action remembers by it is over with the command.
 * The table's types hold on both sides of the thread, so the input is what the action takes.
 */
export function runCommand(work: Work, command: Command): Promise<unknown> {
  const action = actions[command.name] as (
    work: Work,
    input: unknown,
  ) => Promise<unknown>;
  return action({ ...work }, command.input);
}

/** Beacons that only insert rows cannot fail half-way; everything else gets a savepoint. */
export function needsSavepoint({ name, input }: Command): boolean {
  if (name !== "recordEvents") return true;
  const { events } = input as ActionInput<"recordEvents">;
  return events.some(({ kind }) => kind !== "signal");
}
