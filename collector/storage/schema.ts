/** The tables, as Kysely sees them. Instants are epoch milliseconds, money is minor units, flags are 0 or 1, JSON is text. */

import type {
  ConversionsTable,
  OrderChangesTable,
  RefundsTable,
} from "./tables/conversions.ts";
import type { AuditTable, DisputesTable } from "./tables/disputes.ts";
import type {
  ClicksTable,
  EventIdsTable,
  EventsTable,
  RetentionTable,
  SiteOriginsTable,
} from "./tables/events.ts";
import type { GiftCodesTable, GiftPoolsTable } from "./tables/gifts.ts";
import type {
  CodesTable,
  MembersTable,
  MemberTokensTable,
} from "./tables/members.ts";
import type { PayoutItemsTable, PayoutsTable } from "./tables/payouts.ts";
import type {
  KnownCustomersTable,
  PeopleTable,
  PersonKeysTable,
  VisitorPeopleTable,
} from "./tables/people.ts";
import type {
  LedgerTable,
  OverflowsTable,
  ReferralsTable,
  RewardsTable,
} from "./tables/rewards.ts";
import type {
  ChannelRollupsTable,
  EventRollupsTable,
  OrderRollupsTable,
  StaleOrderHoursTable,
} from "./tables/rollups.ts";
import type {
  ApiKeysTable,
  FormerKeysTable,
  ProgramVersionsTable,
  SiteOriginsAllowedTable,
  SitesTable,
} from "./tables/sites.ts";
import type { DeliveriesTable, EndpointsTable } from "./tables/webhooks.ts";

export interface Schema {
  sites: SitesTable;
  api_keys: ApiKeysTable;
  former_keys: FormerKeysTable;
  site_origins_allowed: SiteOriginsAllowedTable;
  known_customers: KnownCustomersTable;
  program_versions: ProgramVersionsTable;
  people: PeopleTable;
  person_keys: PersonKeysTable;
  visitor_people: VisitorPeopleTable;
  members: MembersTable;
  member_tokens: MemberTokensTable;
  codes: CodesTable;
  events: EventsTable;
  event_ids: EventIdsTable;
  clicks: ClicksTable;
  event_rollups: EventRollupsTable;
  channel_rollups: ChannelRollupsTable;
  order_rollups: OrderRollupsTable;
  stale_order_hours: StaleOrderHoursTable;
  retention: RetentionTable;
  site_origins: SiteOriginsTable;
  conversions: ConversionsTable;
  referrals: ReferralsTable;
  rewards: RewardsTable;
  overflows: OverflowsTable;
  ledger: LedgerTable;
  refunds: RefundsTable;
  order_changes: OrderChangesTable;
  audit: AuditTable;
  disputes: DisputesTable;
  endpoints: EndpointsTable;
  deliveries: DeliveriesTable;
  gift_pools: GiftPoolsTable;
  gift_codes: GiftCodesTable;
  payouts: PayoutsTable;
  payout_items: PayoutItemsTable;
  decisions: DecisionsTable;
}

/** One row. */
interface DecisionsTable {
  /** How many groups of work that decide something were committed. PostgreSQL answers text. */
  made: number | string;
}
