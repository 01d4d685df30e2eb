import { created, type Operation } from "./operation.ts";
import { reasonBody } from "./schemas/acts.ts";
import { listOf } from "./schemas/answer-fields.ts";
import { memberAnswer, memberBody, membersQuery } from "./schemas/members.ts";

/** The documented operations of members, as the shop's server sees them. */
export const memberOperations: Operation[] = [
  {
    method: "get",
    path: "/v1/members",
    summary: "List members",
    by: "server",
    query: membersQuery,
    answers: { 200: listOf(memberAnswer) },
  },
  {
    method: "put",
    path: "/v1/members/:externalId",
    summary: "Make or change a member",
    by: "server",
    body: memberBody,
    answers: created(memberAnswer),
  },
  {
    method: "post",
    path: "/v1/members/:externalId/suspension",
    summary: "Suspend a member",
    by: "server",
    body: reasonBody,
    answers: { 200: memberAnswer },
  },
  {
    method: "delete",
    path: "/v1/members/:externalId/suspension",
    summary: "Lift a member's suspension",
    by: "server",
    answers: { 200: memberAnswer },
  },
];
