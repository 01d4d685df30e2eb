import { z } from "zod";
import { created, type Operation } from "./operation.ts";
import {
  eventBatch,
  eventBatchAnswer,
  incomingEvent,
} from "./schemas/events.ts";
import { changeMe, meAnswer } from "./schemas/me.ts";
import {
  joinAnswer,
  joinByDevice,
  joinBySignature,
} from "./schemas/members.ts";
import {
  codeCheck,
  codeCheckAnswer,
  settingsAnswer,
  settingsQuery,
} from "./schemas/offers.ts";

/** The documented operations of pages and links: what tells, follows, joins and asks. */
export const browserOperations: Operation[] = [
  {
    method: "post",
    path: "/v1/events",
    summary: "Record what a page tells; 202 means that it is stored",
    by: "browser",
    body: eventBatch.extend({ events: z.array(incomingEvent) }),
    answers: { 202: eventBatchAnswer },
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
    body: z.union([joinBySignature, joinByDevice]),
    answers: created(joinAnswer),
  },
  {
    method: "get",
    path: "/v1/me",
    summary: "The member's own standing",
    by: "member",
    answers: { 200: meAnswer },
  },
  {
    method: "patch",
    path: "/v1/me",
    summary: "Change the public name, or mark news as read",
    by: "member",
    body: changeMe,
    answers: { 200: meAnswer },
  },
  {
    method: "post",
    path: "/v1/codes/check",
    summary: "Whether a typed code counts, and what it promises",
    by: "browser",
    body: codeCheck,
    answers: { 200: codeCheckAnswer },
  },
  {
    method: "get",
    path: "/v1/settings",
    summary: "The site's consent setting and its public programme",
    by: "browser",
    query: settingsQuery,
    answers: { 200: settingsAnswer },
  },
];
