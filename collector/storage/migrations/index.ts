import { type Migration, Migrator } from "kysely/migration";
import { NewerSchema } from "../newer-schema.ts";
import type { Database } from "../storage.ts";
import * as first from "./001-first.ts";
import * as webhooks from "./002-webhooks.ts";
import * as giftCodes from "./003-gift-codes.ts";
import * as payouts from "./004-payouts.ts";
import * as honestReferrals from "./005-honest-referrals.ts";
import * as erasure from "./006-erasure.ts";
import * as sites from "./007-sites.ts";
import * as overflow from "./008-overflow.ts";
import * as orderChanges from "./009-order-changes.ts";
import * as giftPools from "./010-gift-pools.ts";
import * as queue from "./011-queue.ts";
import * as setAside from "./012-set-aside.ts";
import * as eventsByVisitor from "./013-events-by-visitor.ts";
import * as payoutUnreachable from "./014-payout-unreachable.ts";
import * as rollups from "./015-rollups.ts";
import * as eventIds from "./016-event-ids.ts";
import * as decisions from "./019-decisions.ts";
import * as eventsByDay from "./021-events-by-day.ts";
import * as pagesOfLists from "./022-pages-of-lists.ts";
import * as channelFigures from "./023-channel-figures.ts";
import * as eventVisitors from "./024-event-visitors.ts";
import * as hoursMarkedByHand from "./030-hours-marked-by-hand.ts";
import * as hoursMarkedTogether from "./031-hours-marked-together.ts";
import * as hourOfEachReward from "./032-hour-of-each-reward.ts";
import * as closedSites from "./040-closed-sites.ts";
import * as membersByName from "./041-members-by-name.ts";

/** Append only: what a database has run is never edited. */
const migrations: Record<string, Migration> = {
  "001-first": first,
  "002-webhooks": webhooks,
  "003-gift-codes": giftCodes,
  "004-payouts": payouts,
  "005-honest-referrals": honestReferrals,
  "006-erasure": erasure,
  "009-order-changes": orderChanges,
  "007-sites": sites,
  "008-overflow": overflow,
  "010-gift-pools": giftPools,
  "011-queue": queue,
  "012-set-aside": setAside,
  "013-events-by-visitor": eventsByVisitor,
  "014-payout-unreachable": payoutUnreachable,
  "015-rollups": rollups,
  "016-event-ids": eventIds,
  "019-decisions": decisions,
  "021-events-by-day": eventsByDay,
  "022-pages-of-lists": pagesOfLists,
  "023-channel-figures": channelFigures,
  "024-event-visitors": eventVisitors,
  "030-hours-marked-by-hand": hoursMarkedByHand,
  "031-hours-marked-together": hoursMarkedTogether,
  "032-hour-of-each-reward": hourOfEachReward,
  "040-closed-sites": closedSites,
  "041-members-by-name": membersByName,
};

/** What a database of this version has run. */
export const migrationNames = Object.keys(migrations);

/**
 * Brings a database up to this version's schema; throws, having changed nothing, where it cannot.
 *
 * @param last an earlier migration, for tests of what comes after it
 */
export async function migrate(db: Database, last?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  });
  const { error } = last
    ? await migrator.migrateTo(last)
    : await migrator.migrateToLatest();
  const [, unknown] = /migration (\S+) is missing$/.exec(String(error)) ?? [];
  if (unknown)
    throw new NewerSchema(
      `a later version of Enishi has changed this database (${unknown}). Start that version or a later one, or restore the backup from before the update`,
    );
  if (error) throw error;
}
