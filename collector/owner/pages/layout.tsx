/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Formats } from "../formats.ts";
import type { Language } from "../language.ts";
import type { News } from "../sessions.ts";
import { type ShownSites, SiteBar } from "../sites/site-bar.tsx";
import type { Typed } from "../typed.tsx";
import type { Words } from "../words/en.ts";

/** What every page needs to know. */
export interface View {
  language: Language;
  words: Words;
  formats: Formats;
  timeZone: string;
  /** The token of this session's forms, or `null` where nobody is signed in. */
  csrf: string | null;
  /** Path and query of this page. */
  here: string;
  styleUrl: string;
  news: News | null;
  /** What was typed into a form of this page, and refused. */
  typed?: Typed | null;
  /** How much waits for the owner's word. */
  waiting: number;
  /** How many pools of gift codes are low or empty. */
  lowPools?: number;
  /** The site that is looked at, and those that can be chosen; `null` where nobody is signed in. */
  sites?: ShownSites | null;
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

export function Layout(props: {
  view: View;
  title: string;
  /** For two columns. */
  isWide?: boolean;
  /** The id of a form whose fields another language must not lose; Enter in it presses `preview`. */
  unsaved?: string | undefined;
  /** It was said that another site loses them. */
  isLeaving?: boolean;
  children: Child;
}) {
  const { view, title, isWide, unsaved, children } = props;
  const { words, language, csrf, news } = view;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} | Enishi`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={view.styleUrl} />
      </head>
      <body class={isWide ? "broad" : undefined}>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <header>
          <a class="brand" href="/owner">
            <span lang="ja">縁</span> Enishi
          </a>
          {csrf === null ? null : <Navigation view={view} />}
          <div class="corner">
            <OtherLanguage view={view} unsaved={unsaved} />
            {csrf === null ? null : (
              <form method="post" action="/owner/logout">
                <Token csrf={csrf} />
                <button type="submit" class="plain">
                  {words.logout}
                </button>
              </form>
            )}
          </div>
        </header>
        <SiteBar view={view} unsaved={props.isLeaving ? undefined : unsaved} />
        <main id="content">
          <h1>{title}</h1>
          {news ? (
            <div
              class={`news ${news.kind}`}
              role={news.kind === "problem" ? "alert" : "status"}
            >
              <p>{news.text}</p>
              {news.lines === undefined ? null : (
                <ul>
                  {news.lines.map((line) => (
                    <li>{line}</li>
                  ))}
                </ul>
              )}
              {news.code === undefined ? null : (
                <pre tabindex={0}>
                  <code>{news.code}</code>
                </pre>
              )}
            </div>
          ) : null}
          {children}
        </main>
        {csrf === null ? null : <footer>{words.times(view.timeZone)}</footer>}
      </body>
    </html>
  );
}

/** A link; on a page with an unsaved form a button of that form, so that what was typed comes along. */
function OtherLanguage(props: { view: View; unsaved: string | undefined }) {
  const { view, unsaved } = props;
  const other = view.language === "ja" ? "en" : "ja";
  if (unsaved === undefined)
    return (
      <a href={inLanguage(view.here, other)} lang={other}>
        {view.words.otherLanguage}
      </a>
    );
  return (
    <>
      {/* What Enter does in a field: the first button of a form is pressed, wherever it stands. */}
      <button
        type="submit"
        class="hidden"
        form={unsaved}
        name="do"
        value="preview"
      />
      <button
        type="submit"
        class="plain"
        form={unsaved}
        name="do"
        value={`language-${other}`}
        formnovalidate
        lang={other}
      >
        {view.words.otherLanguage}
      </button>
    </>
  );
}

/** The hidden field without which no form of these pages is taken. */
export function Token({ csrf }: { csrf: string | null }) {
  return <input type="hidden" name="csrf" value={csrf ?? ""} />;
}

/** An instant, in words and for machines. */
export function Instant({ at, view }: { at: number; view: View }) {
  return (
    <time datetime={view.formats.iso(at)}>{view.formats.instant(at)}</time>
  );
}

/** The way to the next page of a list, and back to its beginning. */
export function Paging(props: {
  view: View;
  path: string;
  query: Record<string, string>;
  next: string | null;
}) {
  const { view, path, query, next } = props;
  const { cursor, ...first } = query;
  if (next === null && cursor === undefined) return null;
  return (
    <p class="paging">
      {cursor === undefined ? null : (
        <a href={address(path, first)}>{view.words.newest}</a>
      )}
      {next === null ? null : (
        <a href={address(path, { ...first, cursor: next })} rel="next">
          {view.words.older}
        </a>
      )}
    </p>
  );
}

/** Every place: as lines where there is room, else behind a button that says where one is. */
function Navigation({ view }: { view: View }) {
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

/** A page below a place belongs to it; everything is below the first. */
function isAt(place: string, path = ""): boolean {
  return path === place || (place !== "/owner" && path.startsWith(`${place}/`));
}

function address(path: string, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
}

function inLanguage(here: string, language: Language): string {
  const [path = "", search] = here.split("?");
  const query = new URLSearchParams(search);
  query.set("lang", language);
  return `${path}?${query}`;
}
