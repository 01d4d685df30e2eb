/** What an endpoint can ask to be told. */
export const webhookTypes = [
  "referral.created",
  "conversion.recorded",
  "conversion.verified",
  "reward.created",
  "reward.confirmed",
  "reward.paid",
  "reward.voided",
  "reward.adjusted",
] as const;

export type WebhookType = (typeof webhookTypes)[number];

/** The type of the message that the owner sends to try an endpoint; nobody has to ask for it. */
export const webhookTestType = "webhook.test";

/** Endpoints of one site. */
export const maxEndpoints = 20;
