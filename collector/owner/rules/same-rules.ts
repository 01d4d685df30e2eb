import type { Program } from "../../domain/program.ts";
import { draftOf } from "./draft-of.ts";
import { formOf } from "./form-of.ts";

/** Whether two documents say the same, however each spells what may be left out. */
export function sameRules(a: Program, b: Program): boolean {
  return plain(a) === plain(b);
}

function plain(program: Program): string {
  return JSON.stringify(draftOf(formOf(program)));
}
