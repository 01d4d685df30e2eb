/** @jsxImportSource hono/jsx */
import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { deleteCookie, getCookie } from "hono/cookie";
import { windowStart } from "../domain/calendar-window.ts";
import type { RewardState } from "../domain/reward-state.ts";
import { createFormats } from "./formats.ts";
import { isOwnForm } from "./is-own-form.ts";
import { isSameSecret } from "./is-same-secret.ts";
import { languageOf, wordsIn } from "./language.ts";
import { ownerActs } from "./owner-acts.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";
import { page } from "./page.ts";
import { InstallPage } from "./pages/install-page.tsx";
import { MembersPage } from "./pages/members-page.tsx";
import { OrdersPage } from "./pages/orders-page.tsx";
import { ProblemPage } from "./pages/problem-page.tsx";
import { ProgramPage } from "./pages/program-page.tsx";
import { ResultsPage } from "./pages/results-page.tsx";
import { RewardsPage } from "./pages/rewards-page.tsx";
import { securityHeaders } from "./security-headers.ts";
import { createSessions, type Session } from "./sessions.ts";
import { sessionCookie, signIn } from "./sign-in.tsx";
import { style } from "./style.ts";

const dayMs = 24 * 60 * 60 * 1000;
const reportDays = [7, 28];
const states: readonly string[] = ["pending", "confirmed", "paid", "void"];
const styleUrl = `/owner/style.css?v=${createHash("sha256").update(style).digest("hex").slice(0, 8)}`;

/** The site owner's pages: server-rendered, without a script, to be mounted at `/owner`. */
export function ownerPages(deps: OwnerDeps): Hono<OwnerEnv> {
  const { read, now } = deps;
  const pages = new Hono<OwnerEnv>();
  const sessions = createSessions(now);

  pages.use(securityHeaders);
  pages.get("/style.css", (c) =>
    c.body(style, 200, {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
    }),
  );

  pages.use(async (c, next) => {
    const session = sessions.find(getCookie(c, sessionCookie));
    const site = await read.site();
    const programs = site ? await read.programs({ siteId: site.id }) : [];
    c.set("session", session);
    c.set("programs", programs);
    c.set("view", viewOf(c, session, programs[0]?.timeZone ?? "UTC"));
    if (!site) return problem(c, c.var.view.words.problem.noSite, 404);
    c.set("site", site);
    return next();
  });

  pages.use(bodyLimit({ maxSize: 16 * 1024 }));
  pages.on("POST", "*", async (c, next) =>
    isOwnForm(c, deps.publicUrl) ? next() : forged(c),
  );
  pages.route("/", signIn(deps, sessions));

  // From here on, for those who are signed in.
  pages.use(async (c, next) => {
    if (c.var.session) return next();
    const place = c.req.method === "GET" ? c.var.view.here : "/owner";
    return c.redirect(
      `/owner/login?${new URLSearchParams({ next: place })}`,
      303,
    );
  });
  pages.on("POST", "*", async (c, next) => {
    const { csrf } = await c.req.parseBody();
    return isSameSecret(csrf, c.var.session?.csrf ?? "") ? next() : forged(c);
  });
  pages.post("/logout", (c) => {
    sessions.close(getCookie(c, sessionCookie));
    deleteCookie(c, sessionCookie, { path: "/owner" });
    return c.redirect("/owner/login", 303);
  });
  pages.route("/", ownerActs(deps));

  pages.get("/", async (c) => {
    const { site, view } = c.var;
    const siteId = site.id;
    const periods = await Promise.all(
      reportDays.map(async (days) => {
        const from = windowStart(
          "day",
          now() - (days - 1) * dayMs,
          view.timeZone,
        );
        return { days, funnel: await read.funnel({ siteId, from }) };
      }),
    );
    const events = await read.lastEvents({ siteId });
    const waiting = await read.conversions({
      siteId,
      unverified: true,
      limit: 1,
    });
    return page(
      c,
      <ResultsPage
        view={view}
        periods={periods}
        isSilent={events.length === 0}
        hasOrdersWaiting={waiting.items.length > 0}
      />,
    );
  });

  pages.get("/rewards", async (c) => {
    const query = queryOf(c, ["state", "member", "cursor"]);
    const found = await read.rewards({
      siteId: c.var.site.id,
      member: query.member,
      cursor: query.cursor,
      state: states.includes(query.state ?? "")
        ? (query.state as RewardState)
        : undefined,
    });
    return page(
      c,
      <RewardsPage view={c.var.view} page={found} query={query} now={now()} />,
    );
  });

  pages.get("/orders", async (c) => {
    const query = queryOf(c, ["cursor"]);
    const found = await read.conversions({
      siteId: c.var.site.id,
      unverified: true,
      cursor: query.cursor,
    });
    const items = found.items.filter((order) => !isRefused(order));
    return page(
      c,
      <OrdersPage view={c.var.view} page={{ ...found, items }} query={query} />,
    );
  });

  pages.get("/members", async (c) => {
    const query = queryOf(c, ["query", "cursor"]);
    const found = await read.members({ siteId: c.var.site.id, ...query });
    return page(
      c,
      <MembersPage view={c.var.view} page={found} query={query} />,
    );
  });

  pages.get("/program", (c) => {
    const { view, programs } = c.var;
    return page(c, <ProgramPage view={view} programs={programs} now={now()} />);
  });

  pages.get("/install", async (c) => {
    const { site, view } = c.var;
    const events = await read.lastEvents({ siteId: site.id });
    return page(
      c,
      <InstallPage
        view={view}
        site={site}
        events={events}
        publicUrl={deps.publicUrl}
        stub={deps.stub}
      />,
    );
  });

  pages.all("*", (c) => problem(c, c.var.view.words.problem.missing, 404));
  return pages;
}

function viewOf(c: Context, session: Session | null, timeZone: string) {
  const language = languageOf(c);
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.delete("lang");
  const news = session?.news ?? null;
  if (session && c.req.method === "GET") session.news = null;
  return {
    language,
    words: wordsIn[language],
    formats: createFormats(language, timeZone),
    timeZone,
    csrf: session?.csrf ?? null,
    here: searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname,
    styleUrl,
    news,
  };
}

function forged(c: Context<OwnerEnv>) {
  return problem(c, c.var.view.words.problem.forged, 403);
}

function problem(c: Context<OwnerEnv>, text: string, status: 403 | 404) {
  return page(c, <ProblemPage view={c.var.view} text={text} />, status);
}

/** Those of the named parameters that say something. */
function queryOf(c: Context, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = c.req.query(name)?.slice(0, 254);
      return value ? [[name, value]] : [];
    }),
  );
}

/** The owner has said that this order is none: all its rewards are void. */
function isRefused({ rewards }: { rewards: { state: string }[] }): boolean {
  return (
    rewards.length > 0 && rewards.every((reward) => reward.state === "void")
  );
}
