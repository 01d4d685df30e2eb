import { randomBytes } from "node:crypto";
import type { Caller } from "./caller.ts";

/** Tells this process's requests from any other's; the rest is a count. */
const processPart = randomBytes(6).toString("base64url");
let count = 0;

/** The request's id, made at the first call: in the answer, in the log, and all that an internal error tells. */
export function requestIdOf(c: Caller): string {
  const known = c.get("requestId");
  if (known) return known;
  const id = newRequestId();
  c.set("requestId", id);
  return id;
}

/** For what is answered before it is looked at. */
export function newRequestId(): string {
  count += 1;
  return `req_${processPart}${count.toString(36)}`;
}
