/** @jsxImportSource hono/jsx */
import {
  type Channel,
  commonChannels,
} from "../../../sdk/protocol/channels.ts";
import { moreChannels } from "../../../sdk/protocol/more-channels.ts";
import type { ChannelFigures } from "../../actions/read-channels.ts";
import type { Period } from "./funnel-table.tsx";
import { Scroll } from "./scroll.tsx";
import type { View } from "./view.ts";

const known: Record<string, Channel> = { ...commonChannels, ...moreChannels };

/** What each channel brought in the longest of the periods. */
export function ChannelTable({
  view,
  periods,
}: {
  view: View;
  periods: Period[];
}) {
  const period = periods.at(-1);
  if (!period) return null;
  const { formats, words } = view;
  const w = words.results.channels;
  const { items, others, from } = period.channels;
  const nameOf = (channel: string) =>
    Object.hasOwn(w.names, channel)
      ? w.names[channel]
      : (Object.hasOwn(known, channel) && known[channel]?.label) || channel;
  const row = (name: string, of: Omit<ChannelFigures, "channel">) => (
    <tr>
      <th scope="row">{name}</th>
      <td>{formats.count(of.shares)}</td>
      <td>{formats.count(of.copies)}</td>
      <td>{formats.count(of.clicks)}</td>
    </tr>
  );
  return (
    <>
      <h2>{w.title}</h2>
      <p class="hint">
        {words.results.days(period.days)} (
        {words.results.since(formats.day(from))})
      </p>
      {items.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <Scroll label={w.title}>
          <table class="figures channels">
            <thead>
              <tr>
                <th scope="col">{w.channel}</th>
                <th scope="col">{w.shares}</th>
                <th scope="col">{w.copies}</th>
                <th scope="col">{w.clicks}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) =>
                row(
                  one.channel === null
                    ? w.unnamed
                    : (nameOf(one.channel) ?? ""),
                  one,
                ),
              )}
              {others.shares + others.copies + others.clicks > 0 &&
                row(w.others, others)}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}
