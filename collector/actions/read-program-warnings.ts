import type { Program } from "../domain/program.ts";
import { programWarnings } from "../domain/program-warnings.ts";
import type { Warning } from "../domain/warning.ts";
import { inOne } from "../domain/warning.ts";
import {
  existingCustomersUnknown,
  isNewnessUnknown,
} from "./existing-customers-unknown.ts";
import { giftPoolMissing } from "./gift-pool-missing.ts";
import type { Reading } from "./work.ts";

/** What an owner should know before such rules are published, of the rules alone and of what the site has for them. */
export async function readProgramWarnings(
  reading: Pick<Reading, "db" | "now">,
  { siteId, program }: { siteId: string; program: Program },
): Promise<Warning[]> {
  const newness = await isNewnessUnknown(reading, siteId, [program]);
  return [
    ...programWarnings(program),
    ...inOne(await giftPoolMissing(reading, { siteId, program })),
    ...(newness ? [existingCustomersUnknown] : []),
  ];
}
