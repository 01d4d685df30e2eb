import { type FraudVerdict, fraudVerdict } from "../domain/fraud-verdict.ts";
import { mailboxOf } from "../domain/mailbox-of.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import {
  countFriendsAmong,
  hasChargedBack,
  hasUsedBrowsers,
  type ReferrerFacts,
  selectClickSource,
  selectReferrerFacts,
} from "../storage/queries/fraud-facts.ts";
import { selectPersonByKey } from "../storage/queries/people.ts";
import type { ReferralRow } from "../storage/queries/referrals.ts";
import type { Vault } from "../storage/vault.ts";
import type { Friend } from "./friend-of.ts";
import { isTrial } from "./is-trial.ts";
import { hasImported } from "./known-customer.ts";
import type { KnownTouches } from "./known-touches.ts";
import type { Work } from "./work.ts";

const hourMs = 60 * 60 * 1000;

interface Credited {
  friend: Friend;
  referral: ReferralRow;
  by: "code" | "link" | "earlier";
  known: KnownTouches;
}

/** Gathers what the fraud rules look at, and weighs it. Asks the database only for what this order gives reason to ask. */
export async function judgeOrder(
  work: Work,
  row: ConversionRow,
  credited: Credited,
): Promise<FraudVerdict> {
  const { referral, by, known } = credited;
  const at = referral.touch_at;
  const referrer = await selectReferrerFacts(work.db, referral, {
    hourAgo: at - hourMs,
    dayAgo: at - 24 * hourMs,
    mailbox: row.mailbox_index ?? row.customer_email_index,
  });
  const verdict = fraudVerdict({
    by,
    touchAt: at,
    isTouchDoubted: known.touches.some(
      ({ memberId, isDoubted }) => isDoubted && memberId === referral.member_id,
    ),
    occurredAt: row.occurred_at,
    memberSince: referrer.memberSince,
    mail: await mailFacts(work, row, credited, referrer),
    browser: await browserFacts(work, row, credited, referrer),
    friends: { inHour: referrer.inHour, inDay: referrer.inDay },
    sources: await sourcesOf(work, row, credited),
    // Whoever is credited for the first time has no other order, or one that was another referrer's.
    hasChargedBack:
      by === "earlier" &&
      (await hasChargedBack(work.db, credited.friend.same, row.id)),
    isNewnessAnswered:
      row.customer_existing !== null || (await hasImported(work, row.site_id)),
  });
  // Whoever tries things out plays both sides: what would have held is shown, and holds nothing.
  return (await isTrial(work, row.site_id))
    ? { ...verdict, held: false }
    : verdict;
}

async function mailFacts(
  { db, vault }: Work,
  row: ConversionRow,
  { friend, referral }: Credited,
  { email, sameMailbox }: ReferrerFacts,
) {
  const mailbox = row.mailbox_index ?? row.customer_email_index;
  if (mailbox === null)
    return { isDisposable: false, isReferrers: false, otherFriends: 0 };
  // Written without a tag or dots, the same mailbox may be the known address of somebody.
  const plain =
    row.mailbox_index === null
      ? null
      : await selectPersonByKey(db, row.site_id, {
          kind: "email",
          value: mailbox,
        });
  const others =
    plain === null || friend.same.includes(plain)
      ? 0
      : await countFriendsAmong(db, referral.member_id, [plain]);
  return {
    isDisposable: row.mail_disposable === 1,
    isReferrers: email !== null && mailboxIndexOf(vault, email) === mailbox,
    otherFriends: others + sameMailbox,
  };
}

/** Blind indexes of mailboxes by the sealed mail: a referrer has many friends, and both opening and hashing cost more than a query. */
const mailboxIndexes = new Map<string, string>();

function mailboxIndexOf(vault: Vault, sealed: string): string {
  let index = mailboxIndexes.get(sealed);
  if (index === undefined) {
    index = vault.indexEmail(mailboxOf(vault.decrypt(sealed)));
    if (mailboxIndexes.size > 2_000) mailboxIndexes.clear();
    mailboxIndexes.set(sealed, index);
  }
  return index;
}

async function browserFacts(
  { db }: Work,
  row: ConversionRow,
  { friend, referral, known }: Credited,
  { personId }: ReferrerFacts,
) {
  const elsewhere = known.visitors.filter((one) => one !== row.visitor);
  return {
    isReferrers:
      elsewhere.length > 0 &&
      (await hasUsedBrowsers(db, row.site_id, personId, elsewhere)),
    otherFriends: friend.near.length
      ? await countFriendsAmong(db, referral.member_id, friend.near)
      : 0,
  };
}

/** Where the credited click came from: the page that linked, and the campaign's own word. */
async function sourcesOf(
  { db }: Work,
  row: ConversionRow,
  { referral, known }: Credited,
): Promise<string[]> {
  const credited = known.touches.findLast(
    ({ memberId, at }) =>
      memberId === referral.member_id && at === referral.touch_at,
  );
  if (!credited?.click) return [];
  const source = await selectClickSource(db, row.site_id, credited.click);
  if (!source) return [];
  return [...campaignOf(source.url), ...referrerOf(source.props)];
}

function campaignOf(url: string | null): string[] {
  const parsed = url === null ? null : URL.parse(url);
  const source = parsed?.searchParams.get("utm_source");
  return source ? [source.slice(0, 100)] : [];
}

function referrerOf(props: string | null): string[] {
  if (props === null) return [];
  const { referrer } = JSON.parse(props) as { referrer?: string };
  return referrer ? [referrer] : [];
}
