import { normaliseCode } from "../../sdk/protocol/code.ts";
import type { ConversionWord } from "../actions/conversion-word.ts";

/** A code as it will be looked up, and as it came where it is not shaped like one. */
export function typedCode(
  typed: string | undefined,
): Pick<ConversionWord, "code" | "rawCode"> {
  if (typed === undefined) return { code: null, rawCode: null };
  const code = normaliseCode(typed);
  return { code, rawCode: code === null ? typed : null };
}
