/** @jsxImportSource hono/jsx */
import type { View } from "./view.ts";

/** Every place: as lines where there is room, else behind a button that says where one is. */
export function Navigation({ view }: { view: View }) {
  const [path] = view.here.split("?");
  const { nav } = view.words;
  const here = places.flat().find(([, href]) => isAt(href, path));
  return (
    <>
      <button type="button" class="menu" popovertarget="places">
        {nav.menu}
        {here ? <strong>{nav[here[0]]}</strong> : null}
        <Waiting view={view} />
        <LowPools view={view} />
      </button>
      <nav class="places" id="places" popover="auto" aria-label={nav.menu}>
        {places.map((group) => (
          <ul>
            {group.map(([name, href]) => (
              <li>
                <a
                  href={href}
                  aria-current={isAt(href, path) ? "page" : undefined}
                >
                  {nav[name]}
                  {name === "queue" ? <Waiting view={view} /> : null}
                  {name === "gifts" ? <LowPools view={view} /> : null}
                </a>
              </li>
            ))}
          </ul>
        ))}
      </nav>
    </>
  );
}

/** What is looked at every day, and what is set up once. */
const places = [
  [
    ["results", "/owner"],
    ["queue", "/owner/queue"],
    ["orders", "/owner/orders"],
    ["rewards", "/owner/rewards"],
    ["members", "/owner/members"],
    ["payouts", "/owner/payouts"],
  ],
  [
    ["program", "/owner/program"],
    ["gifts", "/owner/gifts"],
    ["webhooks", "/owner/webhooks"],
    ["sites", "/owner/sites"],
    ["install", "/owner/install"],
    ["audit", "/owner/audit"],
  ],
] as const;

/** A page below a place belongs to it; everything is below the first. */
function isAt(place: string, path = ""): boolean {
  return path === place || (place !== "/owner" && path.startsWith(`${place}/`));
}

/** How much waits for the owner's word, where anything does. */
function Waiting({ view }: { view: View }) {
  const { nav } = view.words;
  return <Badge view={view} count={view.waiting} says={nav.waiting} />;
}

/** How many pools need codes, where any does. */
function LowPools({ view }: { view: View }) {
  const { nav } = view.words;
  return <Badge view={view} count={view.lowPools ?? 0} says={nav.lowPools} />;
}

function Badge(props: {
  view: View;
  count: number;
  says: (shown: string) => string;
}) {
  const { view, count, says } = props;
  if (count === 0) return null;
  const shown = count > 99 ? "99+" : view.formats.count(count);
  return (
    <span class="badge">
      <span aria-hidden="true">{shown}</span>
      <span class="unseen">{says(shown)}</span>
    </span>
  );
}
