import type { z } from "zod";

/** One call, as `/openapi.json` describes it. */
export interface Operation {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** As the router writes it: `/v1/members/:externalId`. */
  path: string;
  summary: string;
  by: "browser" | "member" | "server" | "anybody";
  query?: z.ZodType;
  body?: z.ZodType;
  /** Statuses of success, and what comes with them; a string is a media type, `null` no body. */
  answers: Record<number, z.ZodType | string | null>;
}

/** The same answer, whether it was made now or was there before. */
export const created = (answer: z.ZodType) => ({ 200: answer, 201: answer });
