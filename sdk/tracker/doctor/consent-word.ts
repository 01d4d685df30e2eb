import type { Options } from "../options.ts";
import type { Findings } from "./examine.ts";

/** Where it is granted and nothing is kept all the same, the page has said no. */
export function consentWord(
  { consent }: Options,
  answer: Findings["answer"],
  mayStore: boolean | undefined,
): string {
  const word = consent ?? answer?.consent ?? "?";
  return word === "granted" && !mayStore ? "denied" : word;
}
