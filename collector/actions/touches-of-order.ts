import { normaliseCode } from "../../sdk/protocol/code.ts";
import { believedAt } from "../domain/believed-at.ts";
import { selectClicks } from "../storage/queries/clicks.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import { selectMembersByCodes } from "../storage/queries/members.ts";
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

/** Every sign of a referrer that an order came with, newest first: what was considered when it was credited. */
export async function touchesOfOrder(
  { db }: Reading,
  row: ConversionRow,
): Promise<MetTouch[]> {
  const remembered = JSON.parse(row.touches) as {
    code: string;
    at: number;
    click?: string | null;
  }[];
  const [first, last] = remembered;
  const clicks =
    row.visitor === null
      ? []
      : await selectClicks(db, row.site_id, [row.visitor], row.occurred_at);
  const ids = new Set(clicks.map(({ id }) => id));
  const typed = row.code ?? row.unknown_code;
  const met = [
    ...(typed === null
      ? []
      : [{ by: "typed" as const, code: typed, at: row.occurred_at }]),
    ...remembered
      .filter(({ click }) => !click || !ids.has(click))
      .map(({ code, at }) => ({ by: "page" as const, code, at })),
    ...clicks.map(({ code, at }) => ({ by: "click" as const, code, at })),
  ].map((touch) => ({
    ...touch,
    code: normaliseCode(touch.code) ?? touch.code,
  }));
  const members = met.length
    ? await selectMembersByCodes(db, row.site_id, [
        ...new Set(met.map(({ code }) => code)),
      ])
    : [];
  const memberOf = new Map(members.map((member) => [member.code, member]));
  const countsFrom = ({ by, code, at }: (typeof met)[number]) =>
    believedAt(at, {
      codeSince: memberOf.get(code)?.created_at ?? at,
      occurredAt: row.occurred_at,
      before: by === "page" && at === first?.at ? last?.at : undefined,
    }).at;
  const isCredited = (touch: (typeof met)[number]) =>
    touch.code === row.credited_code &&
    (row.credited_by === "code"
      ? touch.by === "typed"
      : row.credited_by === "link" &&
        touch.by !== "typed" &&
        countsFrom(touch) === row.credited_at);
  return met
    .map((touch) => ({
      ...touch,
      member: memberOf.get(touch.code)?.id ?? null,
      isCredited: isCredited(touch),
    }))
    .sort((a, b) => b.at - a.at);
}
