/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { SiteBar } from "../sites/site-bar.tsx";
import { Navigation } from "./navigation.tsx";
import { OtherLanguage } from "./other-language.tsx";
import { Token } from "./token.tsx";
import type { View } from "./view.ts";

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
