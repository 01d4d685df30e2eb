/** Every documented operation: what `/openapi.json` is made of, with the very schemas that validate. */
import { auditOperation } from "./audit.ts";
import { browserOperations } from "./browser-operations.ts";
import { conversionOperations } from "./conversion-operations.ts";
import { customersOperation } from "./customers.ts";
import { disclosureOperations } from "./disclosure-operations.ts";
import { disputeOperations } from "./dispute-operations.ts";
import { doctorOperations } from "./doctor-operations.ts";
import { giftOperations } from "./gift-operations.ts";
import { hostedOperations } from "./hosted/hosted-operations.ts";
import { memberOperations } from "./member-operations.ts";
import type { Operation } from "./operation.ts";
import { overflowOperations } from "./overflow-operations.ts";
import { payoutOperations } from "./payout-operations.ts";
import { personDataOperations } from "./person-data-operations.ts";
import { processOperations } from "./process-operations.ts";
import { programOperations } from "./program-operations.ts";
import { rehearsalOperations } from "./rehearsal-operations.ts";
import { rewardOperations } from "./reward-operations.ts";
import { webhookOperations } from "./webhook-operations.ts";

export const operations: Operation[] = [
  ...browserOperations,
  ...memberOperations,
  ...conversionOperations,
  ...rewardOperations,
  ...programOperations,
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
