/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { OwnerEnv } from "./owner-env.ts";
import { page } from "./page.ts";
import { ProblemPage } from "./pages/problem-page.tsx";

/** Answers a page that says why there is no other. */
export function showProblem(
  c: Context<OwnerEnv>,
  text: string,
  status: 403 | 404 | 413 = 404,
): Response | Promise<Response> {
  return page(c, <ProblemPage view={c.var.view} text={text} />, status);
}
