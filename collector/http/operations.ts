/** Every documented operation: what `/openapi.json` is made of, with the very schemas that validate. */
import { z } from "zod";
import { auditOperation } from "./audit.ts";
import { customersOperation } from "./customers.ts";
import { disclosureOperations } from "./disclosure-operations.ts";
import { disputeOperations } from "./dispute-operations.ts";
import { doctorOperations } from "./doctor-operations.ts";
import { giftOperations } from "./gift-operations.ts";
import { hostedOperations } from "./hosted/hosted-operations.ts";
import { overflowOperations } from "./overflow-operations.ts";
import { payoutOperations } from "./payout-operations.ts";
import { personDataOperations } from "./person-data-operations.ts";
import { processOperations } from "./process-operations.ts";
import { rehearsalOperations } from "./rehearsal-operations.ts";
import * as answers from "./schemas/answers.ts";
import * as calls from "./schemas/calls.ts";
import { eventBatch, incomingEvent } from "./schemas/events.ts";
import { programBody } from "./schemas/program.ts";
import { webhookOperations } from "./webhook-operations.ts";

export interface Operation {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** As the router writes it: `/v1/members/:externalId`. */
  path: string;
  summary: string;
  by: "browser" | "member" | "server" | "anybody";
  query?: z.ZodType;
  body?: z.ZodType;
  /** Statuses of success, and what comes with them; a string is a media type, `null` no body. */
  answers: Record<number, z.ZodType | string | null>;
}

const created = (answer: z.ZodType) => ({ 200: answer, 201: answer });
const { listOf } = answers;

export const operations: Operation[] = [
  {
    method: "post",
    path: "/v1/events",
    summary: "Record what a page tells; 202 means that it is stored",
    by: "browser",
    body: eventBatch.extend({ events: z.array(incomingEvent) }),
    answers: { 202: answers.eventBatchAnswer },
  },
  {
    method: "get",
    path: "/v1/seen.gif",
    summary:
      "Record one event from a page without scripts; its fields by the same names, but no mail or customer",
    by: "browser",
    query: z.looseObject({ site: z.string(), type: z.string() }),
    answers: { 200: "image/gif" },
  },
  {
    method: "get",
    path: "/r/:code",
    summary: "Follow a shared link to the shop",
    by: "anybody",
    query: z.object({
      to: z.string().optional(),
      channel: z.string().optional(),
      page: z.string().optional(),
      language: z.string().optional(),
    }),
    answers: { 302: null, 200: "text/html" },
  },
  {
    method: "post",
    path: "/v1/members",
    summary:
      "Join, signed by the shop or from a device that accepted the terms",
    by: "browser",
    body: z.union([calls.joinBySignature, calls.joinByDevice]),
    answers: created(answers.joinAnswer),
  },
  {
    method: "get",
    path: "/v1/me",
    summary: "The member's own standing",
    by: "member",
    answers: { 200: answers.meAnswer },
  },
  {
    method: "patch",
    path: "/v1/me",
    summary: "Change the public name, or mark news as read",
    by: "member",
    body: calls.changeMe,
    answers: { 200: answers.meAnswer },
  },
  {
    method: "post",
    path: "/v1/codes/check",
    summary: "Whether a typed code counts, and what it promises",
    by: "browser",
    body: calls.codeCheck,
    answers: { 200: answers.codeCheckAnswer },
  },
  {
    method: "get",
    path: "/v1/settings",
    summary: "The site's consent setting and its public programme",
    by: "browser",
    query: calls.settingsQuery,
    answers: { 200: answers.settingsAnswer },
  },
  {
    method: "get",
    path: "/v1/members",
    summary: "List members",
    by: "server",
    query: calls.membersQuery,
    answers: { 200: listOf(answers.memberAnswer) },
  },
  {
    method: "put",
    path: "/v1/members/:externalId",
    summary: "Make or change a member",
    by: "server",
    body: calls.memberBody,
    answers: created(answers.memberAnswer),
  },
  {
    method: "post",
    path: "/v1/members/:externalId/suspension",
    summary: "Suspend a member",
    by: "server",
    body: calls.reasonBody,
    answers: { 200: answers.memberAnswer },
  },
  {
    method: "delete",
    path: "/v1/members/:externalId/suspension",
    summary: "Lift a member's suspension",
    by: "server",
    answers: { 200: answers.memberAnswer },
  },
  {
    method: "get",
    path: "/v1/conversions",
    summary: "List conversions",
    by: "server",
    query: calls.conversionsQuery,
    answers: { 200: listOf(answers.conversionAnswer) },
  },
  {
    method: "post",
    path: "/v1/conversions",
    summary: "Record a lead, a sale or a later stage",
    by: "server",
    body: calls.conversionBody,
    answers: created(answers.conversionAnswer),
  },
  {
    method: "post",
    path: "/v1/conversions/:id/verification",
    summary: "Vouch for a conversion that only a browser has reported",
    by: "server",
    body: calls.emptyBody,
    answers: { 200: answers.conversionAnswer },
  },
  {
    method: "post",
    path: "/v1/conversions/:id/refunds",
    summary: "Refund an order or note a chargeback, in part or in full",
    by: "server",
    body: calls.refundBody,
    answers: created(answers.refundAnswer),
  },
  {
    method: "post",
    path: "/v1/conversions/:id/changes",
    summary: "Say what an order became: its new total, gross profit or class",
    by: "server",
    body: calls.changeBody,
    answers: created(answers.refundAnswer),
  },
  {
    method: "post",
    path: "/v1/conversions/:id/credit",
    summary: "Credit a conversion to a member by hand",
    by: "server",
    body: calls.creditBody,
    answers: { 200: answers.conversionAnswer },
  },
  {
    method: "get",
    path: "/v1/rewards",
    summary: "List rewards",
    by: "server",
    query: calls.rewardsQuery,
    answers: { 200: listOf(answers.rewardAnswer) },
  },
  ...(["confirmation", "payment"] as const).map(
    (act): Operation => ({
      method: "post",
      path: `/v1/rewards/:id/${act}`,
      summary: `Note the ${act} of a reward`,
      by: "server",
      body: calls.emptyBody,
      answers: { 200: answers.rewardAnswer },
    }),
  ),
  {
    method: "post",
    path: "/v1/rewards/:id/void",
    summary: "Take a reward back before it is paid",
    by: "server",
    body: calls.reasonBody,
    answers: { 200: answers.rewardAnswer },
  },
  {
    method: "get",
    path: "/v1/referrals",
    summary: "List the ties between members and friends",
    by: "server",
    query: calls.referralsQuery,
    answers: { 200: listOf(answers.referralAnswer) },
  },
  {
    method: "get",
    path: "/v1/programs",
    summary: "List programmes",
    by: "server",
    answers: { 200: listOf(programBody) },
  },
  {
    method: "put",
    path: "/v1/programs/:id",
    summary: "Publish a programme's rules as a new version",
    by: "server",
    body: programBody,
    answers: {
      200: z.strictObject({
        program: programBody,
        warnings: answers.warningsOf,
      }),
    },
  },
  {
    method: "post",
    path: "/v1/simulations",
    summary: "What sales would cost and return under given rules",
    by: "server",
    body: calls.simulationBody,
    answers: { 200: answers.simulationAnswer },
  },
  {
    method: "get",
    path: "/v1/reports/funnel",
    summary: "From the first share to what it earned and cost",
    by: "server",
    query: calls.funnelQuery,
    answers: { 200: answers.funnelAnswer },
  },
  {
    method: "get",
    path: "/v1/reports/channels",
    summary: "Shares, copies and clicks by channel",
    by: "server",
    query: calls.funnelQuery,
    answers: { 200: answers.channelsAnswer },
  },
  ...hostedOperations,
  ...disclosureOperations,
  ...doctorOperations,
  ...personDataOperations,
  ...giftOperations,
  ...overflowOperations,
  ...payoutOperations,
  ...rehearsalOperations,
  auditOperation,
  customersOperation,
  ...disputeOperations,
  ...webhookOperations,
  ...processOperations,
];
