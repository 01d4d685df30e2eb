import type { Operation } from "./operations.ts";
import * as gifts from "./schemas/gifts.ts";

/** The documented operations of gift codes. */
export const giftOperations: Operation[] = [
  {
    method: "get",
    path: "/v1/gift-pools",
    summary: "List pools of gift codes, and what is left in them",
    by: "server",
    query: gifts.giftPoolsQuery,
    answers: { 200: gifts.giftPoolsAnswer },
  },
  {
    method: "post",
    path: "/v1/gift-pools",
    summary: "Open a pool: from now on the step's gifts are handed out from it",
    by: "server",
    body: gifts.giftPoolBody,
    answers: { 201: gifts.giftPoolAnswer },
  },
  {
    method: "post",
    path: "/v1/gift-pools/:id/codes",
    summary:
      "Upload codes, as JSON or text/csv; rewards that waited for one get theirs",
    by: "server",
    body: gifts.giftCodesBody,
    answers: { 200: gifts.giftCodesAnswer },
  },
];
