import type { Context } from "hono";
import { DomainError } from "../domain/domain-error.ts";
import { originOf } from "../domain/origin-of.ts";
import type { OwnerEnv } from "./owner-env.ts";

/** The lines of the form that say something. Throws `invalid_field` in the reader's language. */
export async function originsOf(c: Context<OwnerEnv>): Promise<string[]> {
  const { origins } = await c.req.parseBody();
  const lines = (typeof origins === "string" ? origins : "")
    .split(/\s+/)
    .filter(Boolean);
  const wrong = lines.find((line) => originOf(line) === null);
  if (lines.length && wrong === undefined) return lines;
  throw new DomainError(
    "invalid_field",
    c.var.view.words.install.originsWrong(wrong?.slice(0, 100) ?? ""),
  );
}
