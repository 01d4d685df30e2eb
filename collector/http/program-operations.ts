import { z } from "zod";
import type { Operation } from "./operation.ts";
import { listOf, warningsOf } from "./schemas/answer-fields.ts";
import { programBody } from "./schemas/program.ts";
import {
  channelsAnswer,
  funnelAnswer,
  funnelQuery,
} from "./schemas/reports.ts";
import { simulationAnswer, simulationBody } from "./schemas/simulations.ts";

/** The documented operations of programmes: their rules, what rules would cost, and what they came to. */
export const programOperations: Operation[] = [
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
        warnings: warningsOf,
      }),
    },
  },
  {
    method: "post",
    path: "/v1/simulations",
    summary: "What sales would cost and return under given rules",
    by: "server",
    body: simulationBody,
    answers: { 200: simulationAnswer },
  },
  {
    method: "get",
    path: "/v1/reports/funnel",
    summary: "From the first share to what it earned and cost",
    by: "server",
    query: funnelQuery,
    answers: { 200: funnelAnswer },
  },
  {
    method: "get",
    path: "/v1/reports/channels",
    summary: "Shares, copies and clicks by channel",
    by: "server",
    query: funnelQuery,
    answers: { 200: channelsAnswer },
  },
];
