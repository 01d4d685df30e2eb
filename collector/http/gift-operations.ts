import type { Operation } from "./operation.ts";
import { reasonBody } from "./schemas/acts.ts";
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
    query: gifts.giftCodesQuery,
    body: gifts.giftCodesBody,
    answers: { 200: gifts.giftCodesAnswer },
  },
  {
    method: "get",
    path: "/v1/gift-pools/:id",
    summary: "Read a pool, and when its codes expire",
    by: "server",
    answers: { 200: gifts.giftPoolDetails },
  },
  {
    method: "patch",
    path: "/v1/gift-pools/:id",
    summary: "Change a pool's name, address or low mark",
    by: "server",
    body: gifts.giftPoolPatch,
    answers: { 200: gifts.giftPoolAnswer },
  },
  {
    method: "post",
    path: "/v1/gift-pools/:id/expiry",
    summary: "Move the expiry of all codes that share one and are left",
    by: "server",
    body: gifts.giftExpiryBody,
    answers: { 200: gifts.giftExpiryAnswer },
  },
  {
    method: "post",
    path: "/v1/gift-pools/:id/withdrawal",
    summary: "Take out every code that is left: none is ever handed out",
    by: "server",
    body: reasonBody,
    answers: { 200: gifts.giftWithdrawalAnswer },
  },
  {
    method: "post",
    path: "/v1/gift-pools/:id/retirement",
    summary: "Give up a pool for good, and take out what is left in it",
    by: "server",
    body: reasonBody,
    answers: { 200: gifts.giftWithdrawalAnswer },
  },
];
