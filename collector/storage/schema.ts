/** The tables, as Kysely sees them. Instants are epoch milliseconds, money is minor units, flags are 0 or 1, JSON is text. */

import type { Generated } from "kysely";

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

interface SitesTable {
  id: string;
  name: string;
  public_key: string;
  /** Encrypted by the vault. */
  signing_key: string;
  /** JSON list; links land on the first. */
  origins: string;
  consent: "granted" | "required";
  created_at: number;
  /** 1 for a site to try things out: no money counts. */
  test: Generated<number>;
  /** Whose trial a test site is. */
  test_of: string | null;
}

export interface ApiKeysTable {
  hash: string;
  site_id: string;
  created_at: number;
  revoked_at: number | null;
  id: string;
  label: string;
  /** The last symbols, by which the owner recognises it; `null` for keys older than that. */
  ending: string | null;
  /** Until when it holds, where another has taken its place. */
  ends_at: number | null;
  /** The hour in which it was last used. */
  used_at: number | null;
}

/** Keys that another has replaced, and that still hold. */
export interface FormerKeysTable {
  id: string;
  site_id: string;
  kind: "public" | "signing";
  /** A signing key is encrypted by the vault. */
  value: string;
  replaced_at: number;
  /** `null`: until it is ended by hand. */
  ends_at: number | null;
}

/** The origins of all sites, for looking up whose an origin is. */
interface SiteOriginsAllowedTable {
  origin: string;
  site_id: string;
}

/** Whom the shop knew before: blind indexes of its own id, or of the mailbox. */
export interface KnownCustomersTable {
  site_id: string;
  kind: "id" | "email";
  value: string;
  imported_at: number;
}

interface ProgramVersionsTable {
  site_id: string;
  program_id: string;
  version: number;
  /** The rules document, JSON. */
  rules: string;
  created_at: number;
  created_by: string;
}

/** Whoever buys or refers; a member and a friend may be the same person. */
interface PeopleTable {
  id: string;
  site_id: string;
  created_at: number;
  /** When they were erased: they have no names any more. */
  erased_at: number | null;
}

/** What a trusted word said a person is called: the shop's own id, or a mail's blind index. */
interface PersonKeysTable {
  site_id: string;
  kind: "id" | "email";
  value: string;
  person_id: string;
}

/** Browsers that a trusted word saw a person use; a household may share one. */
interface VisitorPeopleTable {
  site_id: string;
  visitor: string;
  person_id: string;
  seen_at: number;
}

export interface MembersTable {
  id: string;
  site_id: string;
  program_id: string;
  person_id: string;
  external_id: string | null;
  join_key_hash: string | null;
  /** Encrypted by the vault. */
  email: string | null;
  email_index: string | null;
  /** Encrypted by the vault. */
  name: string | null;
  public_name: string | null;
  kind: string;
  state: "active" | "suspended";
  suspended_because: string | null;
  terms_version: string | null;
  terms_accepted_at: number | null;
  created_at: number;
}

interface MemberTokensTable {
  hash: string;
  member_id: string;
  created_at: number;
  revoked_at: number | null;
}

interface CodesTable {
  code: string;
  site_id: string;
  member_id: string;
  created_at: number;
}

export interface EventsTable {
  site_id: string;
  id: string;
  type: string;
  at: number;
  received_at: number;
  visitor: string | null;
  code: string | null;
  channel: string | null;
  surface: string | null;
  name: string | null;
  url: string | null;
  props: string | null;
}

/**
 * Ids that must not count again when they are sent again. On PostgreSQL of every event; on SQLite, where the index of
 * `events` knows the others, of those whose rows are gone.
 */
interface EventIdsTable {
  site_id: string;
  id: string;
  received_at: number;
}

export interface ClicksTable {
  site_id: string;
  id: string;
  code: string;
  channel: string | null;
  at: number;
  visitor: string | null;
  bot: number;
}

/** How many events of a kind came in an hour; clicks of people, by codes that are known. */
export interface EventRollupsTable {
  site_id: string;
  /** Its first millisecond. */
  hour: number;
  kind: "view" | "share" | "copy" | "click";
  /** Whose code it was, or nothing. */
  program_id: string;
  /** Collectors that count at once do not wait for one another's row. */
  slot: number;
  n: number;
}

/** How many of those went through a channel; views go through none. */
export interface ChannelRollupsTable extends EventRollupsTable {
  kind: Exclude<EventRollupsTable["kind"], "view">;
  /** As the event names it, or nothing. */
  channel: string;
}

/** What the orders of an hour came to, and what was promised for them; see `order-facts.ts`. */
export interface OrderRollupsTable {
  site_id: string;
  hour: number;
  kind: "conversion" | "reward" | "perk" | "raffle";
  /** Of a conversion. */
  type: string;
  program_id: string;
  currency: string;
  n: number;
  amount_minor: number;
  gross_minor: number;
}

/** Hours whose orders have changed since they were summed. Triggers write it. */
interface StaleOrderHoursTable {
  site_id: string;
  hour: number;
}

/** From when on single rows are kept; what is older is in the rollups alone. */
interface RetentionTable {
  what: "events" | "clicks";
  gone_before: number;
}

interface SiteOriginsTable {
  site_id: string;
  origin: string;
  type: string;
  at: number;
}

export interface ConversionsTable {
  id: string;
  site_id: string;
  type: string;
  order_id: string;
  amount_minor: number | null;
  currency: string | null;
  gross_profit_minor: number | null;
  margin_class: string | null;
  refunded_minor: number;
  customer_id: string | null;
  customer_email_index: string | null;
  customer_existing: number | null;
  /** 1 for a mail of a throw-away kind, 0 for another, `null` without a mail. */
  mail_disposable: number | null;
  /** Blind index of the mailbox, where the mail is written with a tag or with dots that mean nothing. */
  mailbox_index: string | null;
  visitor: string | null;
  code: string | null;
  /** A code that came but is nobody's, as it came. */
  unknown_code: string | null;
  /** JSON list of `{ code, at, click }`. */
  touches: string;
  occurred_at: number;
  recorded_at: number;
  trust: "server" | "token" | "owner" | "claim" | "refused";
  friend_id: string;
  program_id: string | null;
  referral_id: string | null;
  member_id: string | null;
  credited_code: string | null;
  credited_by: "code" | "link" | "earlier" | "hand" | null;
  credited_at: number | null;
  because: string | null;
  /** JSON `{ score, held, reasons }` of a credited order, once a trusted word stands behind it. */
  verdict: string | null;
  /** The member whose code or link it was, where somebody else, or nobody, is credited. */
  asked_member_id: string | null;
  asked_by: "code" | "link" | null;
  asked_at: number | null;
  /** JSON list of `{ code, message }`. */
  warnings: string;
  /** What the programme's margins or the server say was earned, after refunds; for reports. */
  gross_minor: number | null;
  /** Since when the order earns nothing for good: its payment was charged back, in part or in full. */
  charged_back_at: number | null;
  /** When the owner took it out of the list of orders that matched nobody. */
  set_aside_at: number | null;
}

export interface ReferralsTable {
  id: string;
  site_id: string;
  program_id: string;
  /** The rules that were in force at the credited touch: what was promised. */
  program_version: number;
  member_id: string;
  friend_id: string;
  code: string;
  credited_by: "code" | "link" | "hand";
  touch_at: number;
  stage: string;
  /** 0 while only a browser's claim stands behind it. */
  verified: number;
  created_at: number;
}

export interface RewardsTable {
  id: string;
  site_id: string;
  conversion_id: string;
  referral_id: string;
  program_id: string;
  step_on: string;
  side: "referrer" | "friend";
  /** The beneficiary. */
  person_id: string;
  friend_id: string;
  kind: string;
  name: string | null;
  currency: string;
  /** Fold of the ledger's accrue, adjust and void entries. */
  amount_minor: number;
  /** What was taken back after payment: zero or negative. */
  compensation_minor: number;
  /** Fold of the ledger's entries. */
  state: "pending" | "confirmed" | "paid" | "void";
  because: string | null;
  capped_by: string;
  confirmable_at: number | null;
  /** 1 once it no longer holds its place: the order and the friend may earn the step anew. */
  released: number;
  /** The standing that was last shown to the beneficiary. */
  seen_standing: string | null;
  created_at: number;
}

/** What became of the part of a reward above its cap. Its state is its reward's. */
export interface OverflowsTable {
  reward_id: string;
  site_id: string;
  kind: "raffle" | "perk";
  /** The prize, or the perk. */
  name: string;
  /** Worth of the prize, or of the perk. */
  value_minor: number;
  currency: string;
  /** The part above the cap that it stands for. */
  above_minor: number;
  given_at: number;
  taken_back_at: number | null;
}

export interface LedgerTable {
  id: string;
  site_id: string;
  reward_id: string;
  entry: "accrue" | "adjust" | "confirm" | "pay" | "void" | "compensate";
  amount_minor: number;
  currency: string;
  /** Makes a replay harmless: unique per site. */
  key: string;
  actor: string;
  reason: string | null;
  at: number;
}

interface RefundsTable {
  site_id: string;
  conversion_id: string;
  refund_id: string;
  amount_minor: number;
  reason: "refund" | "chargeback";
  /** JSON list of `{ to, amountMinor }`. */
  adjustments: string;
  at: number;
}

/** What the shop's server said that an order became. */
export interface OrderChangesTable {
  site_id: string;
  conversion_id: string;
  change_id: string;
  /** JSON: what was sent, so that a replay is told from another change. */
  said: string;
  amount_before: number | null;
  amount_after: number | null;
  gross_before: number | null;
  gross_after: number | null;
  /** JSON list of `{ to, amountMinor }`. */
  adjustments: string;
  at: number;
}

interface AuditTable {
  id: string;
  site_id: string;
  at: number;
  actor: string;
  action: string;
  subject: string;
  reason: string | null;
}

/** A member's "this is wrong", and the shop's answer. */
export interface DisputesTable {
  id: string;
  site_id: string;
  member_id: string;
  /** A reward's or friend's id; `null` for a friend who is missing. */
  about: string | null;
  /** Encrypted by the vault: people write names. */
  message: string;
  state: "open" | "upheld" | "declined";
  /** Encrypted by the vault. */
  answer: string | null;
  created_at: number;
  answered_at: number | null;
  answered_by: string | null;
}

/** An address of the shop's that is told what happens. */
export interface EndpointsTable {
  id: string;
  site_id: string;
  url: string;
  /** JSON list of types. */
  events: string;
  /** Encrypted by the vault. */
  secret: string;
  state: "enabled" | "disabled";
  /** Why it is disabled. */
  because: string | null;
  /** When the first delivery failed of those since the last that did not. */
  failing_since: number | null;
  created_at: number;
}

/** One message to one endpoint: to be sent while it is pending, and a line of the log from then on. */
export interface DeliveriesTable {
  id: string;
  site_id: string;
  endpoint_id: string;
  type: string;
  /** The body, byte for byte as it is signed and sent. */
  payload: string;
  state: "pending" | "delivered" | "failed";
  /** Why the last attempt failed. */
  because: string | null;
  attempts: number;
  /** HTTP status of the last attempt. */
  status: number | null;
  /** The beginning of what the last attempt was answered, or what went wrong on the way. */
  detail: string | null;
  /** When it is due, or, while it is under way, when it would be tried again. */
  next_at: number | null;
  last_at: number | null;
  created_at: number;
}

/** A stock of codes, all worth the same, for one step of a programme. */
export interface GiftPoolsTable {
  id: string;
  site_id: string;
  name: string;
  program_id: string;
  step_on: string;
  /** Whom it is for; `null` for both. */
  side: "referrer" | "friend" | null;
  kind: "gift";
  value_minor: number;
  currency: string;
  /** Where a code is used. */
  url: string | null;
  /** Fewer than so many left is low. */
  low_below: number;
  created_at: number;
  /** From when on nothing is handed out from it. */
  retired_at: number | null;
}

export interface GiftCodesTable {
  id: string;
  site_id: string;
  pool_id: string;
  /** Encrypted by the vault. */
  code: string;
  /** Keyed hash, unique on a site: the same code is never stored twice. */
  code_index: string;
  added_at: number;
  /** The reward that has it, for ever. */
  reward_id: string | null;
  handed_out_at: number | null;
  /** When its reward was taken back all the same; the code may have been used. */
  taken_back_at: number | null;
  /** From when on nobody honours it; `neverAt` for never. */
  expires_at: Generated<number>;
  /** When the owner took it out before it was handed out. */
  withdrawn_at: number | null;
}

/** A run in which what is due is paid out together. */
export interface PayoutsTable {
  id: string;
  site_id: string;
  /** The owner's own name for it: the same name is the same run. */
  run_id: string;
  currency: string;
  minimum_minor: number;
  /** JSON list of kinds of reward, or `null` for all. */
  kinds: string | null;
  state: "open" | "paid" | "cancelled";
  /** 1 where more was due than one run holds. */
  more: number;
  /** Who was due, and what, but could not be paid when it was made, since nothing is known of them. */
  unreachable_people: number;
  unreachable_minor: number;
  created_at: number;
  /** When it was paid or cancelled. */
  settled_at: number | null;
}

export interface PayoutItemsTable {
  payout_id: string;
  reward_id: string;
  /** The beneficiary. */
  person_id: string;
  /** `correction`: what a reward paid earlier is now owed back, or owed after all. */
  what: "reward" | "correction";
  /** Signed. */
  amount_minor: number;
  state: "open" | "paid" | "left";
  /** Why it left the run. */
  because: string | null;
}
