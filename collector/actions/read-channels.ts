import { countChannels } from "../storage/queries/reports.ts";
import { nextHour } from "../storage/rollups/hours-of.ts";
import type { Reading } from "./work.ts";

interface ChannelCounts {
  shares: number;
  copies: number;
  clicks: number;
}

export interface ChannelFigures extends ChannelCounts {
  /** As the widget, the link or the owner's list names it; `null` for what named none. */
  channel: string | null;
}

export interface Channels {
  from: number;
  to: number;
  /** The most used first, so many at most. */
  items: ChannelFigures[];
  /** All other channels together: anybody can write a name into an address. */
  others: ChannelCounts;
}

const mostChannels = 50;
const countOf = { share: "shares", copy: "copies", click: "clicks" } as const;

/** Counts shares, copies and clicks by channel from `from` up to, not including, `to`; their sums are the funnel's figures. */
export async function readChannels(
  { db, now }: Reading,
  by: {
    siteId: string;
    from?: number | undefined;
    to?: number | undefined;
    program?: string | undefined;
  },
): Promise<Channels> {
  const from = by.from ?? 0;
  const to = by.to ?? now() + 1;
  const rows = await countChannels(db, {
    siteId: by.siteId,
    from,
    // Nothing has come yet in what is left of this hour: so it is asked for whole, which is quicker, as it was summed already.
    to: to > now() ? nextHour(to) : to,
    programId: by.program ?? null,
  });
  const found = new Map<string, ChannelFigures>();
  for (const { kind, channel, n } of rows) {
    const figures = found.get(channel) ?? {
      channel: channel || null,
      ...none(),
    };
    figures[countOf[kind]] += n;
    found.set(channel, figures);
  }
  const items = [...found.values()].sort(
    (a, b) =>
      used(b) - used(a) || ((a.channel ?? "") < (b.channel ?? "") ? -1 : 1),
  );
  const others = none();
  for (const one of items.splice(mostChannels))
    for (const what of Object.values(countOf)) others[what] += one[what];
  return { from, to, items, others };
}

function none(): ChannelCounts {
  return { shares: 0, copies: 0, clicks: 0 };
}

function used({ shares, copies, clicks }: ChannelCounts): number {
  return shares + copies + clicks;
}
