import { normaliseCode } from "../../sdk/protocol/code.ts";
import { believedAt } from "../domain/believed-at.ts";
import { selectClicks } from "../storage/queries/clicks.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import { selectMembersByCodes } from "../storage/queries/members.ts";
import { rememberedTouches, type SeenTouch } from "./link-touches.ts";
import type { Reading } from "./work.ts";

/** A sign of a referrer that came with an order. */
export interface MetTouch {
  /** `typed` with the order, remembered by the `page`, or a `click` that the collector has seen of the same browser. */
  by: "typed" | "page" | "click";
  code: string;
  /** `null` where nobody has this code. */
  member: string | null;
  at: number;
  isCredited: boolean;
}

type Sign = SeenTouch & Pick<MetTouch, "by">;

/** Every sign of a referrer that an order came with, newest first: what was considered when it was credited. */
export async function touchesOfOrder(
  { db }: Reading,
  row: ConversionRow,
): Promise<MetTouch[]> {
  const signs = await signsOf(db, row);
  const members = await selectMembersByCodes(
    db,
    row.site_id,
    signs.map(({ code }) => code),
  );
  const memberOf = new Map(members.map((member) => [member.code, member]));
  const countsFrom = ({ code, at, nextAt }: Sign) =>
    believedAt(at, {
      codeSince: memberOf.get(code)?.created_at ?? at,
      occurredAt: row.occurred_at,
      nextAt,
    }).at;
  const isCredited = (sign: Sign) =>
    sign.code === row.credited_code &&
    (row.credited_by === "code"
      ? sign.by === "typed"
      : row.credited_by === "link" &&
        sign.by !== "typed" &&
        countsFrom(sign) === row.credited_at);
  return signs
    .map((sign) => ({
      by: sign.by,
      code: sign.code,
      member: memberOf.get(sign.code)?.id ?? null,
      at: sign.at,
      isCredited: isCredited(sign),
    }))
    .sort((a, b) => b.at - a.at);
}

/** The typed code, what the page remembered, and the clicks; a click that the page remembered too is said once. */
async function signsOf(db: Reading["db"], row: ConversionRow): Promise<Sign[]> {
  const clicks =
    row.visitor === null
      ? []
      : await selectClicks(db, row.site_id, [row.visitor], row.occurred_at);
  const ids = new Set(clicks.map(({ id }) => id));
  const typed = row.code ?? row.unknown_code;
  const signs: Sign[] = [
    ...(typed === null
      ? []
      : [{ by: "typed" as const, code: typed, at: row.occurred_at }]),
    ...rememberedTouches(row)
      .filter(({ click }) => !click || !ids.has(click))
      .map((touch) => ({ by: "page" as const, ...touch })),
    ...clicks.map(({ code, at }) => ({ by: "click" as const, code, at })),
  ];
  return signs.map((sign) => ({
    ...sign,
    code: normaliseCode(sign.code) ?? sign.code,
  }));
}
