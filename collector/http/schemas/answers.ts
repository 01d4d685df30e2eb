/** What is answered, for `/openapi.json` and the tests that hold the answers to it. */
import { z } from "zod";
import { reasons } from "../../../sdk/protocol/reasons.ts";
import { guessReasons } from "../../domain/best-guesses.ts";

const id = z.string();
const instant = z.int().meta({ description: "Epoch milliseconds" });
const money = z.int().meta({ description: "Minor units" });
const because = z.enum(reasons).nullable();
const kind = z.enum([
  "points",
  "coupon",
  "shared_points",
  "cash",
  "gift",
  "perk",
]);
const state = z.enum(["pending", "confirmed", "paid", "void"]);
const overflow = z.strictObject({
  kind: z.enum(["raffle", "perk"]),
  name: z.string(),
  valueMinor: money,
});
const notice = z.strictObject({ code: z.string(), message: z.string() });

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
});

export const eventBatchAnswer = z.strictObject({
  accepted: z.int(),
  duplicate: z.int(),
  refused: z.array(
    z.strictObject({
      index: z.int(),
      id: z.string().nullable(),
      code: z.string(),
      message: z.string(),
    }),
  ),
});

const offerTerm = z.strictObject({
  kind,
  currency: z.string(),
  fixedMinor: money.nullable(),
  ofPriceBps: z.int().nullable(),
  maxMinor: money.nullable(),
  name: z.string().nullable(),
});
const offer = z.strictObject({
  referrer: offerTerm.nullable(),
  friend: offerTerm.nullable(),
  steps: z.array(
    z.strictObject({
      on: z.string(),
      holdDays: z.int(),
      referrer: offerTerm.nullable(),
      friend: offerTerm.nullable(),
    }),
  ),
});

const publicProgram = z.strictObject({
  id,
  name: z.string(),
  brand: z.string(),
  logoUrl: z.string().nullable(),
  state: z.enum(["live", "paused", "ended"]),
  currency: z.string(),
  landingUrl: z.string(),
  termsVersion: z.string(),
  termsUrl: z.string().nullable(),
  texts: z.record(z.string(), z.string()),
  offer,
});

export const settingsAnswer = z.strictObject({
  consent: z.enum(["granted", "required"]),
  test: z.literal(true).optional(),
  program: publicProgram,
});

export const codeCheckAnswer = z.union([
  z.object({
    valid: z.literal(true),
    code: z.string(),
    offer,
    from: z.string().nullable(),
  }),
  z.strictObject({ valid: z.literal(false), because: z.enum(reasons) }),
]);

export const joinAnswer = z.strictObject({
  member: z.strictObject({ id, code: z.string(), link: z.string() }),
  token: z.string(),
});

const receipt = z.strictObject({
  by: z.enum(["code", "link", "earlier", "hand"]),
  touchedAt: instant,
  because,
  until: instant.nullable(),
  cappedBy: z.array(z.string()),
  note: z.string().optional(),
});

export const myDispute = z.strictObject({
  id,
  about: id.nullable(),
  message: z.string(),
  state: z.enum(["open", "upheld", "declined"]),
  answer: z.string().nullable(),
  at: instant,
  answeredAt: instant.nullable(),
});

export const meAnswer = z.strictObject({
  member: z.strictObject({
    id,
    code: z.string(),
    link: z.string(),
    publicName: z.string().nullable(),
    referred: z.boolean(),
  }),
  test: z.literal(true).optional(),
  program: publicProgram,
  totals: z.strictObject({
    pendingMinor: money,
    confirmedMinor: money,
    paidMinor: money,
    currency: z.string(),
    others: z
      .array(
        z.strictObject({
          currency: z.string(),
          pendingMinor: money,
          confirmedMinor: money,
          paidMinor: money,
        }),
      )
      .optional(),
  }),
  rewards: z.array(
    z.strictObject({
      id,
      to: z.enum(["referrer", "friend"]),
      on: z.string(),
      kind,
      name: z.string().nullable().optional(),
      amountMinor: money,
      currency: z.string(),
      overflow: overflow.optional(),
      state,
      because,
      confirmableAt: instant.nullable(),
      at: instant,
      seen: z.boolean(),
      giftCode: z.string().optional(),
      giftUrl: z.string().optional(),
      giftExpiresAt: instant.optional(),
      friend: id.nullable().optional(),
      receipt: receipt.optional(),
    }),
  ),
  friends: z.array(
    z.strictObject({
      id: id.optional(),
      label: z.string(),
      stage: z.string(),
      because,
      at: instant,
      receipt: receipt.optional(),
    }),
  ),
  disputes: z.array(myDispute),
  share: z.strictObject({
    text: z.string().nullable(),
    disclosure: z.string().nullable(),
  }),
});

export const memberAnswer = z.strictObject({
  id,
  externalId: z.string().nullable(),
  code: z.string(),
  link: z.string(),
  shareUrl: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  publicName: z.string().nullable(),
  kind: z.string(),
  program: z.string(),
  state: z.enum(["active", "suspended"]),
  createdAt: instant,
});

export const rewardAnswer = z.strictObject({
  id,
  conversion: id,
  referral: id,
  to: z.enum(["referrer", "friend"]),
  member: z.string().nullable(),
  friend: id,
  on: z.string(),
  kind,
  amountMinor: money,
  currency: z.string(),
  state,
  because,
  cappedBy: z.array(z.string()),
  confirmableAt: instant.nullable(),
  compensationMinor: money,
  createdAt: instant,
  overflow: overflow.nullable(),
  gift: z
    .strictObject({
      pool: id,
      handedOutAt: instant,
      takenBackAt: instant.nullable(),
    })
    .nullable(),
});

export const conversionAnswer = z.strictObject({
  id,
  type: z.string(),
  orderId: z.string(),
  amountMinor: money.nullable(),
  currency: z.string().nullable(),
  refundedMinor: money,
  chargedBackAt: instant.nullable(),
  occurredAt: instant,
  recordedAt: instant,
  attributed: z
    .strictObject({
      referral: id,
      member: id,
      code: z.string(),
      by: z.enum(["code", "link", "earlier", "hand"]),
      at: instant,
    })
    .nullable(),
  because,
  verified: z.boolean(),
  verdict: z
    .strictObject({
      score: z.int().meta({ description: "0 to 100" }),
      held: z.boolean(),
      released: z.exactOptional(z.literal(true)),
      reasons: z.array(notice.extend({ points: z.int() })),
    })
    .nullable(),
  warnings: z.array(notice),
  rewards: z.array(rewardAnswer),
  guesses: z
    .array(
      z.strictObject({
        member: id,
        code: z.string(),
        why: z.enum(guessReasons),
        at: instant.nullable(),
      }),
    )
    .optional()
    .meta({ description: "Only where unmatched orders were asked for" }),
});

export const refundAnswer = z.strictObject({
  conversion: conversionAnswer,
  adjustments: z.array(
    z.strictObject({ to: z.enum(["referrer", "friend"]), amountMinor: money }),
  ),
});

export const referralAnswer = z.strictObject({
  id,
  member: id,
  friend: id,
  program: id,
  code: z.string(),
  by: z.enum(["code", "link", "hand"]),
  touchAt: instant,
  stage: z.string(),
  verified: z.boolean(),
  createdAt: instant,
  history: z.array(
    z.strictObject({
      stage: z.string(),
      conversion: id,
      at: instant,
      because,
    }),
  ),
});

export const warningsOf = z.array(notice);

export const simulationAnswer = z.strictObject({
  rows: z.array(
    z.strictObject({
      priceMinor: money,
      rateBps: z.int(),
      grossMinor: money,
      rawMinor: money,
      capMinor: money.nullable(),
      perPersonMinor: money,
      bothMinor: money,
      giftsMinor: money,
      overflowMinor: money.optional(),
      roiPercent: z.number(),
      cappedBy: z.array(z.string()),
      guardrailOk: z.boolean(),
      legal: z.strictObject({ limitMinor: money, ok: z.boolean() }),
    }),
  ),
  advice: z.array(notice),
});

export const funnelAnswer = z.strictObject({
  from: instant,
  to: instant,
  views: z.int(),
  shares: z.int(),
  copies: z.int(),
  clicks: z.int(),
  leads: z.int(),
  sales: z.int(),
  conversions: z.int(),
  rewards: z.int(),
  revenueMinor: money,
  grossMinor: money,
  rewardMinor: money,
  overflowMinor: money,
  overflowEntries: z.int(),
  roiPercent: z.number(),
  currency: z.string(),
});

const channelCounts = { shares: z.int(), copies: z.int(), clicks: z.int() };

export const channelsAnswer = z.strictObject({
  from: instant,
  to: instant,
  items: z.array(
    z.strictObject({ channel: z.string().nullable(), ...channelCounts }),
  ),
  others: z.strictObject(channelCounts),
});
