import { z } from "zod";
import type { Operation } from "../operation.ts";

const html = { 200: "text/html", 404: "text/html", 410: "text/html" };
const language = z.string().optional();

/** The documented operations of the collector's own pages. */
export const hostedOperations: Operation[] = [
  {
    method: "get",
    path: "/s/:token",
    summary: "The hosted share page of a member",
    by: "anybody",
    query: z.object({ language, reward: z.string().optional() }),
    answers: html,
  },
  {
    method: "get",
    path: "/s/:token/progress",
    summary: "The hosted page of a member's rewards, shown after proof",
    by: "anybody",
    query: z.object({ language }),
    answers: html,
  },
  ...(["svg", "png"] as const).map(
    (format): Operation => ({
      method: "get",
      path: `/s/:token/qr.${format}`,
      summary: `A QR code of the share page, or of the member's link, as ${format.toUpperCase()}`,
      by: "anybody",
      query: z.object({ of: z.enum(["page", "link"]).optional() }),
      answers: { 200: format === "svg" ? "image/svg+xml" : "image/png" },
    }),
  ),
];
