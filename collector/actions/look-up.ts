import type { ConversionRow } from "../storage/queries/conversions.ts";
import {
  type MemberRow,
  selectMembersByCodes,
} from "../storage/queries/members.ts";
import { subscriptionsOf } from "./announce.ts";
import { namesOf } from "./friend-of.ts";
import { type Namesakes, namesakes } from "./identify-person.ts";
import { isTrial } from "./is-trial.ts";
import { hasImported } from "./known-customer.ts";
import { codesIn } from "./known-touches.ts";
import { rememberedTouches } from "./link-touches.ts";
import type { Work } from "./work.ts";

/** Whom a new order names. */
export interface LookedUp {
  buyers: Namesakes;
  /** Of the codes that came with the order. */
  members: MemberRow[];
}

/** Asks for them together, and for all that each order needs: on a server every question is a trip. */
export async function lookUp(
  work: Work,
  row: ConversionRow,
): Promise<LookedUp> {
  const { site_id: siteId } = row;
  const [buyers, members] = await Promise.all([
    namesakes(work, namesOf(row)),
    selectMembersByCodes(work.db, siteId, codesIn(row, rememberedTouches(row))),
    isTrial(work, siteId),
    hasImported(work, siteId),
    subscriptionsOf(work, siteId),
  ]);
  return { buyers, members };
}
