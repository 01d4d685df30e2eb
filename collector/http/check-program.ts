import type { Program } from "../domain/program.ts";
import { programBody } from "./schemas/program.ts";
import { type Checked, check } from "./validate.ts";

/** The check that `PUT /v1/programs/:id` makes, for whoever else takes rules in: the owner's form. */
export function checkProgram(draft: unknown): Checked<Program> {
  return check(programBody, draft);
}
