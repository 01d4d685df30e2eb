export { type ReferralCookie, readReferral } from "./read-referral.ts";
export { type ConversionClaims, signConversion } from "./sign-conversion.ts";
export { type MemberClaims, signMember } from "./sign-member.ts";
export type { SignOptions } from "./sign-token.ts";
export { verifyWebhook, type WebhookHeaders } from "./verify-webhook.ts";
