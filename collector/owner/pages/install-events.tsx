/** @jsxImportSource hono/jsx */
import { named } from "../named.ts";
import { CardTable } from "./card-table.tsx";
import { Instant } from "./instant.tsx";
import type { View } from "./view.ts";

export interface LastEvent {
  origin: string;
  type: string;
  at: number;
}

/** The last event of every origin, and those that nothing came from. */
export function Events(props: {
  view: View;
  origins: string[];
  events: LastEvent[];
}) {
  const { view, origins, events } = props;
  const w = view.words.install;
  const silent = origins.filter(
    (origin) => !events.some((event) => event.origin === origin),
  );
  return (
    <CardTable heads={[w.origin, w.last, w.at]}>
      {events.map(({ origin, type, at }) => (
        <tr>
          <td data-label={w.origin}>{origin}</td>
          <td data-label={w.last}>{named(w.types, type)}</td>
          <td data-label={w.at}>
            <Instant at={at} view={view} />
          </td>
        </tr>
      ))}
      {silent.map((origin) => (
        <tr>
          <td data-label={w.origin}>{origin}</td>
          <td data-label={w.last}>{w.never}</td>
          <td />
        </tr>
      ))}
    </CardTable>
  );
}

/** What to look at where no page was ever heard. */
export function Checks({ view }: { view: View }) {
  const w = view.words.install;
  return (
    <div class="news">
      <p>{w.check}</p>
      <ul>
        {w.checks.map((check) => (
          <li>{check}</li>
        ))}
      </ul>
    </div>
  );
}
