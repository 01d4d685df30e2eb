import { sql } from "kysely";
import type { Database } from "../storage.ts";
import { forgetVisitors, isOfVisitors } from "./event-visitors.ts";
import type { PersonKey } from "./people.ts";

/** What is known of whoever is to be erased. */
export interface Erased {
  siteId: string;
  personId: string;
  memberId: string | null;
  keys: PersonKey[];
  /** Browsers that nobody else is known by. */
  visitors: string[];
  at: number;
}

/** Whether a person was erased. */
export async function isErased(db: Database, id: string): Promise<boolean> {
  const row = await db
    .selectFrom("people")
    .select("erased_at")
    .where("id", "=", id)
    .executeTakeFirst();
  return typeof row?.erased_at === "number";
}

/** Takes a member's names and their ways in. The row stays, for the books; its code credits nobody, as nobody's does who is suspended. */
export async function blankMember(
  db: Database,
  memberId: string,
): Promise<void> {
  await db
    .updateTable("members")
    .set({
      external_id: null,
      join_key_hash: null,
      email: null,
      email_index: null,
      name: null,
      public_name: null,
      state: "suspended",
      suspended_because: "erased",
    })
    .where("id", "=", memberId)
    .execute();
  await db
    .deleteFrom("member_tokens")
    .where("member_id", "=", memberId)
    .execute();
}

/** Takes whatever names a person from their orders, and from those that only a browser has reported under one of their names. */
export async function blankOrders(
  db: Database,
  { siteId, personId, keys, visitors }: Erased,
): Promise<void> {
  const named = (kind: PersonKey["kind"]) =>
    keys.filter((key) => key.kind === kind).map(({ value }) => value);
  const ids = named("id");
  const mails = named("email");
  await db
    .updateTable("conversions")
    .set({
      customer_id: null,
      customer_email_index: null,
      mailbox_index: null,
      visitor: null,
      unknown_code: null,
      touches: "[]",
    })
    .where("site_id", "=", siteId)
    .where((by) =>
      by.or([
        by("friend_id", "=", personId),
        ...(ids.length ? [by("customer_id", "in", ids)] : []),
        ...(mails.length ? [by("customer_email_index", "in", mails)] : []),
        ...(visitors.length ? [by("visitor", "in", visitors)] : []),
      ]),
    )
    .execute();
}

/** Takes a member's own words to the shop, and the shop's to them: people write names. */
export async function blankDisputes(
  db: Database,
  memberId: string,
  sealedNothing: string,
): Promise<void> {
  await db
    .updateTable("disputes")
    .set({ message: sealedNothing, answer: null })
    .where("member_id", "=", memberId)
    .execute();
}

/** Keeps what a person's browsers did as mere counts: when, and by which code. */
export async function blankVisits(
  db: Database,
  { siteId, visitors }: Pick<Erased, "siteId" | "visitors">,
): Promise<void> {
  if (!visitors.length) return;
  await db
    .updateTable("events")
    .set({ visitor: null, url: null, props: null })
    .where(isOfVisitors(db, siteId, visitors))
    .execute();
  await forgetVisitors(db, siteId, visitors);
  await db
    .updateTable("clicks")
    .set({ visitor: null })
    .where("site_id", "=", siteId)
    .where("visitor", "in", visitors)
    .execute();
}

/** Forgets a browser at its own word: what it did stays as mere counts, and leads to nobody. An order keeps what it was. */
export async function forgetBrowser(
  db: Database,
  siteId: string,
  visitor: string,
): Promise<void> {
  await blankVisits(db, { siteId, visitors: [visitor] });
  await db
    .deleteFrom("visitor_people")
    .where("site_id", "=", siteId)
    .where("visitor", "=", visitor)
    .execute();
}

/** Takes a person's keys and browsers, and notes that they get none again. */
export async function blankPerson(
  db: Database,
  { personId, at }: Erased,
): Promise<void> {
  await db
    .deleteFrom("person_keys")
    .where("person_id", "=", personId)
    .execute();
  await db
    .deleteFrom("visitor_people")
    .where("person_id", "=", personId)
    .execute();
  await db
    .updateTable("people")
    .set({ erased_at: at })
    .where("id", "=", personId)
    .execute();
}

/** Forgets what the log of webhooks says under the shop's id for a person; what is still to be sent is sent. */
export async function forgetMessages(
  db: Database,
  { siteId, keys }: Erased,
): Promise<void> {
  for (const { kind, value } of keys) {
    if (kind !== "id") continue;
    const text = JSON.stringify(value).replace(/[\\%_]/g, "\\$&");
    for (const who of ["member", "friend"])
      await db
        .deleteFrom("deliveries")
        .where("site_id", "=", siteId)
        .where("state", "!=", "pending")
        .where(
          sql<boolean>`payload like ${`%"${who}ExternalId":${text}%`} escape '\\'`,
        )
        .execute();
  }
}

/** Blind indexes of the mailboxes that a person's orders named. */
export async function selectMailboxesOf(
  db: Database,
  personId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom("conversions")
    .select("mailbox_index")
    .distinct()
    .where("friend_id", "=", personId)
    .where("mailbox_index", "is not", null)
    .execute();
  return rows.flatMap(({ mailbox_index: one }) => (one === null ? [] : [one]));
}
