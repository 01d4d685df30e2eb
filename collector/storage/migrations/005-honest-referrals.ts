import { type Kysely, sql } from "kysely";

const statements = [
  // What the fraud rules look at, and what they made of it.
  `alter table conversions add column mail_disposable integer`,
  `alter table conversions add column mailbox_index text`,
  `alter table conversions add column verdict text`,
  // Whose code or link it was where somebody else, or nobody, is credited.
  `alter table conversions add column asked_member_id text references members (id)`,
  `alter table conversions add column asked_by text`,
  `alter table conversions add column asked_at bigint`,
  `create index conversions_by_asked on conversions (asked_member_id, id) where asked_member_id is not null`,
  `create index conversions_by_mailbox on conversions (site_id, mailbox_index) where mailbox_index is not null`,
  // A person's browsers are asked for at every order.
  `create index visitor_people_by_person on visitor_people (person_id)`,
  // When a member's friends came: only those that a trusted word stands behind, or anybody could make a member suspect.
  `create index referrals_by_touch on referrals (member_id, touch_at) where verified = 1`,
  `create index clicks_by_code on clicks (code, at)`,
  `create table disputes (
    id text primary key, site_id text not null references sites (id),
    member_id text not null references members (id), about text, message text not null,
    state text not null check (state in ('open', 'upheld', 'declined')), answer text,
    created_at bigint not null, answered_at bigint, answered_by text)`,
  `create index disputes_by_member on disputes (member_id, id)`,
  `create index disputes_by_state on disputes (site_id, state, id)`,
  `create index audit_by_subject on audit (subject, id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
