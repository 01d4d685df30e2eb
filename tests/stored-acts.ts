import { recordConversion } from "../collector/actions/record-conversion.ts";
import { refundConversion } from "../collector/actions/refund-conversion.ts";
import { refuseConversion } from "../collector/actions/refuse-conversion.ts";
import { settleRewards } from "../collector/actions/settle-rewards.ts";
import { verifyConversion } from "../collector/actions/verify-conversion.ts";
import type { Work } from "../collector/actions/work.ts";
import type { Database } from "../collector/storage/storage.ts";
import { word } from "./open-work.ts";
import { decisions, giftCodes, payouts, rules } from "./stored-owner-acts.ts";

/** Something that was done, and how it is done again in another database, whose ids are others. */
export interface Act {
  at: number;
  act(work: Work, siteId: string): Promise<unknown>;
}

/** The mail with which the tests' friends come under suspicion; of the mail itself nothing is stored that could be read. */
export const throwAwayMail = (friend: string) => `${friend}@mailinator.com`;

/** What the tables say was done, in order; of the ledger only who decided what, and when what was due was settled. */
export async function storedActs(work: Work): Promise<Act[]> {
  const { decided, settledAt } = await decisions(work);
  const acts = [
    ...(await rules(work)),
    ...(await giftCodes(work)),
    ...(await orders(work)),
    ...(await refunds(work)),
    ...(await payouts(work)),
    ...decided,
  ];
  // What an order or a decision confirms by itself has its own instant.
  const own = new Set(acts.map(({ at }) => at));
  const settling = [...settledAt].filter((at) => !own.has(at));
  return [
    ...acts,
    ...settling.map((at): Act => ({ at, act: settleRewards })),
  ].sort((one, other) => one.at - other.at);
}

/** Orders as they were told, and what the owner said of those that only a browser had told. */
async function orders({ db }: Work): Promise<Act[]> {
  const rows = await db.selectFrom("conversions").selectAll().execute();
  const said = await db
    .selectFrom("audit")
    .selectAll()
    .where("action", "in", ["verify_conversion", "refuse_conversion"])
    .execute();
  const memberOf = await membersByCode(db);
  return rows.flatMap((row): Act[] => {
    const words = said.filter(({ subject }) => subject === row.id);
    const isClaim = words.length > 0 || row.trust === "claim";
    const member = memberOf.get(row.code ?? "") ?? null;
    const email = row.mail_disposable
      ? throwAwayMail(`${row.customer_id}`)
      : null;
    const told: Act = {
      at: row.recorded_at,
      async act(work, siteId) {
        const code = await codeOf(work.db, member);
        await recordConversion(work, {
          siteId,
          word: word({
            ...{ type: row.type, orderId: row.order_id },
            ...{ amountMinor: row.amount_minor, currency: row.currency },
            grossProfitMinor: row.gross_profit_minor,
            marginClass: row.margin_class,
            customer: { id: row.customer_id, email, existing: null },
            ...{ code, rawCode: code, visitor: row.visitor },
            occurredAt: row.occurred_at,
            trust: isClaim ? "claim" : "server",
          }),
        });
      },
    };
    const conversion = `order:${row.order_id}`;
    const spoken = words.map(
      ({ at, action, actor: by, reason }): Act => ({
        at,
        act: (work, siteId) =>
          action === "verify_conversion"
            ? verifyConversion(work, { siteId, conversion, by })
            : refuseConversion(work, {
                ...{ siteId, conversion, by, reason: reason ?? "" },
              }),
      }),
    );
    return [told, ...spoken];
  });
}

async function refunds({ db }: Work): Promise<Act[]> {
  const rows = await db
    .selectFrom("refunds")
    .innerJoin("conversions", "conversions.id", "refunds.conversion_id")
    .selectAll("refunds")
    .select("order_id")
    .execute();
  return rows.map(({ at, order_id, refund_id, amount_minor, reason }) => ({
    at,
    act: (work, siteId) =>
      refundConversion(work, {
        ...{ siteId, by: "api", conversion: `order:${order_id}`, reason },
        ...{ refundId: refund_id, amountMinor: amount_minor },
      }),
  }));
}

async function membersByCode(db: Database) {
  const codes = await db
    .selectFrom("codes")
    .innerJoin("members", "members.id", "codes.member_id")
    .select(["code", "external_id"])
    .execute();
  return new Map(codes.map(({ code, external_id }) => [code, external_id]));
}

async function codeOf(db: Database, member: string | null) {
  if (member === null) return null;
  const { code } = await db
    .selectFrom("codes")
    .innerJoin("members", "members.id", "codes.member_id")
    .select("code")
    .where("external_id", "=", member)
    .executeTakeFirstOrThrow();
  return code;
}
