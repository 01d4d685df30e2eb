import { z } from "zod";
import type { Operation } from "./operation.ts";

/** The documented operations for whoever looks after the process. */
export const processOperations: Operation[] = [
  {
    method: "get",
    path: "/healthz",
    summary: "Whether the process is alive",
    by: "anybody",
    answers: { 200: z.strictObject({ ok: z.literal(true) }) },
  },
  {
    method: "get",
    path: "/readyz",
    summary: "Whether it takes work; 503 while it starts or stops",
    by: "anybody",
    answers: { 200: z.strictObject({ ready: z.literal(true) }) },
  },
  {
    method: "get",
    path: "/metrics",
    summary:
      "Figures in Prometheus' text form; from the machine itself without a key",
    by: "server",
    answers: { 200: "text/plain" },
  },
  {
    method: "get",
    path: "/openapi.json",
    summary: "This description",
    by: "anybody",
    answers: { 200: z.looseObject({ openapi: z.string() }) },
  },
];
