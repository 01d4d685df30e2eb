import type { ProblemCode } from "../../sdk/protocol/problem.ts";

/** One transparent point: 43 bytes. */
const onePoint = Buffer.from(
  "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==",
  "base64",
);

/** Two points side by side, 43 bytes too: all that a script can see of an answer in a picture is its width. */
const twoPoints = Buffer.from(
  "R0lGODlhAgABAIAAAAAAAP///yH5BAEAAAAALAAAAAACAAEAAAICBAoAOw==",
  "base64",
);

/** Refusals that may end: what comes again may be taken. */
const passing: ReadonlySet<string> = new Set<ProblemCode>([
  "rate_limited",
  "overloaded",
  "internal",
  "unknown_site",
  "origin_not_allowed",
]);

/** The pixel's answer as a picture, for an event that was refused by this code, or for one that is stored. */
export function pictureOf(refused: string | null): typeof onePoint {
  return refused !== null && passing.has(refused) ? twoPoints : onePoint;
}
