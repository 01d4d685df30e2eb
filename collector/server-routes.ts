import type { Hono } from "hono";
import type { WebhookNetwork } from "./actions/webhook-url.ts";
import { audit } from "./http/audit.ts";
import type { Collector, HttpEnv } from "./http/collector.ts";
import * as conversions from "./http/conversions.ts";
import { importCustomers } from "./http/customers.ts";
import * as disputes from "./http/disputes.ts";
import * as gifts from "./http/gift-pools.ts";
import * as members from "./http/members.ts";
import * as overflows from "./http/overflows.ts";
import * as payouts from "./http/payouts.ts";
import * as personData from "./http/person-data.ts";
import * as programs from "./http/programs.ts";
import * as rehearsals from "./http/rehearsals.ts";
import * as rewards from "./http/rewards.ts";
import * as webhooks from "./http/webhooks.ts";

/** What a shop's server asks, with an API key. */
export function addServerRoutes(
  app: Hono<HttpEnv>,
  collector: Collector,
  webhookNetwork: WebhookNetwork,
): void {
  app.get("/v1/members", members.members(collector));
  app.put("/v1/members/:externalId", members.putMember(collector));
  app.post(
    "/v1/members/:externalId/suspension",
    members.suspendMember(collector),
  );
  app.delete(
    "/v1/members/:externalId/suspension",
    members.liftSuspension(collector),
  );
  app.get("/v1/members/:externalId/export", personData.exportMember(collector));
  app.delete("/v1/members/:externalId", personData.eraseMember(collector));
  app.get("/v1/conversions", conversions.conversions(collector));
  app.post("/v1/conversions", conversions.recordConversion(collector));
  app.post(
    "/v1/conversions/:id/verification",
    conversions.verifyConversion(collector),
  );
  app.post(
    "/v1/conversions/:id/refunds",
    conversions.refundConversion(collector),
  );
  app.post("/v1/conversions/:id/changes", conversions.changeOrder(collector));
  app.post(
    "/v1/conversions/:id/credit",
    conversions.creditConversion(collector),
  );
  app.post("/v1/customers", importCustomers(collector));
  app.get("/v1/rewards", rewards.rewards(collector));
  app.post(
    "/v1/rewards/:id/confirmation",
    rewards.changeReward(collector, "confirmReward"),
  );
  app.post(
    "/v1/rewards/:id/payment",
    rewards.changeReward(collector, "payReward"),
  );
  app.post("/v1/rewards/:id/void", rewards.voidReward(collector));
  app.get("/v1/gift-pools", gifts.giftPools(collector));
  app.post("/v1/gift-pools", gifts.createGiftPool(collector));
  app.get("/v1/gift-pools/:id", gifts.giftPool(collector));
  app.patch("/v1/gift-pools/:id", gifts.editGiftPool(collector));
  app.post("/v1/gift-pools/:id/codes", gifts.addGiftCodes(collector));
  app.post("/v1/gift-pools/:id/expiry", gifts.moveGiftExpiry(collector));
  app.post(
    "/v1/gift-pools/:id/withdrawal",
    gifts.takeOutGifts(collector, "withdrawGiftCodes"),
  );
  app.post(
    "/v1/gift-pools/:id/retirement",
    gifts.takeOutGifts(collector, "retireGiftPool"),
  );
  app.get("/v1/overflows", overflows.overflows(collector));
  app.get("/v1/overflows.csv", overflows.overflowCsv(collector));
  app.get("/v1/payouts", payouts.payouts(collector));
  app.post("/v1/payouts", payouts.createPayout(collector));
  app.get("/v1/payouts/totals", payouts.payoutTotals(collector));
  app.get("/v1/payouts/:id.csv", payouts.payoutCsv(collector));
  app.get("/v1/payouts/:id", payouts.payout(collector));
  app.post("/v1/payouts/:id/payment", payouts.payPayout(collector));
  app.post("/v1/payouts/:id/cancellation", payouts.cancelPayout(collector));
  app.get("/v1/audit", audit(collector));
  app.get("/v1/disputes", disputes.disputes(collector));
  app.post("/v1/disputes/:id/answer", disputes.answerDispute(collector));
  app.get("/v1/referrals", rewards.referrals(collector));
  app.get("/v1/programs", programs.programs(collector));
  app.put("/v1/programs/:id", programs.putProgram(collector));
  app.get("/v1/programs/:id/versions", rehearsals.versions(collector));
  app.post("/v1/programs/:id/rehearsals", rehearsals.rehearsals(collector));
  app.post("/v1/simulations", programs.simulations(collector));
  app.get("/v1/reports/funnel", programs.funnel(collector));
  app.get("/v1/reports/channels", programs.channels(collector));
  app.get("/v1/endpoints", webhooks.endpoints(collector));
  app.post("/v1/endpoints", webhooks.createEndpoint(collector, webhookNetwork));
  app.delete("/v1/endpoints/:id", webhooks.deleteEndpoint(collector));
  app.post("/v1/endpoints/:id/tests", webhooks.testEndpoint(collector));
  app.post("/v1/endpoints/:id/enabling", webhooks.enableEndpoint(collector));
  app.post("/v1/deliveries/:id/attempts", webhooks.resendDelivery(collector));
  app.get("/v1/deliveries", webhooks.deliveries(collector));
}
