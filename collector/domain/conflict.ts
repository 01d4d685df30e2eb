import { DomainError } from "./domain-error.ts";
import type { RefusalReason } from "./refusal-reason.ts";

/** What the present state does not allow, with the reason by name for whoever says it in another language. */
export function conflict(why: RefusalReason, message: string): DomainError {
  return new DomainError("state_conflict", message, [], why);
}
