/** @jsxImportSource hono/jsx */
import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { deleteCookie, getCookie } from "hono/cookie";
import type { QueueCounts } from "../actions/list-queue.ts";
import { formatsFor } from "./formats.ts";
import { isOwnForm } from "./is-own-form.ts";
import { isSameSecret } from "./is-same-secret.ts";
import { languageOf, wordsIn } from "./language.ts";
import { ownerWorks } from "./long-work.tsx";
import { ownerActs } from "./owner-acts.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";
import { ownerLists } from "./owner-lists.tsx";
import { orderActs } from "./orders/order-posts.ts";
import { ownerOrders } from "./orders/owner-orders.tsx";
import { ownerWebhooks } from "./owner-webhooks.tsx";
import { page } from "./page.ts";
import { ProblemPage } from "./pages/problem-page.tsx";
import { ownerRules } from "./rules/owner-rules.tsx";
import { ownerVersions } from "./rules/owner-versions.tsx";
import { securityHeaders } from "./security-headers.ts";
import { createSessions, type Session } from "./sessions.ts";
import { sessionCookie, signIn } from "./sign-in.tsx";
import { style } from "./style.ts";

const styleUrl = `/owner/style.css?v=${createHash("sha256").update(style).digest("hex").slice(0, 8)}`;

/** The site owner's pages: server-rendered, without a script, to be mounted at `/owner`. */
export function ownerPages(deps: OwnerDeps): Hono {
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
    c.set("view", {
      ...viewOf(c, session, programs[0]?.timeZone ?? "UTC"),
      waiting:
        site && session
          ? waitingIn(await read.queueCounts({ siteId: site.id }))
          : 0,
    });
    if (!site) return problem(c, c.var.view.words.problem.noSite, 404);
    c.set("site", site);
    return next();
  });

  pages.use("/login", bodyLimit({ maxSize: 16 * 1024 }));
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
  // The rules with all their texts are long, and a form writes each Japanese letter as nine.
  pages.use(bodyLimit({ maxSize: 512 * 1024 }));
  pages.on("POST", "*", async (c, next) => {
    const { csrf } = await c.req.parseBody();
    return isSameSecret(csrf, c.var.session?.csrf ?? "") ? next() : forged(c);
  });
  pages.post("/logout", (c) => {
    sessions.close(getCookie(c, sessionCookie));
    deleteCookie(c, sessionCookie, { path: "/owner" });
    return c.redirect("/owner/login", 303);
  });
  pages.route("/", ownerWorks());
  pages.route("/", ownerActs(deps));
  pages.route("/", orderActs(deps));
  pages.route("/", ownerOrders(deps));
  pages.route("/", ownerRules(deps));
  pages.route("/", ownerVersions(deps));
  pages.route("/", ownerWebhooks(deps));

  pages.route("/", ownerLists(deps));
  pages.all("*", (c) =>
    c.req.path === "/owner/"
      ? c.redirect("/owner", 303)
      : problem(c, c.var.view.words.problem.missing, 404),
  );
  return new Hono().route("/", pages);
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
    formats: formatsFor(language, timeZone),
    timeZone,
    csrf: session?.csrf ?? null,
    here: searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname,
    styleUrl,
    news,
  };
}

/** Orders that matched nobody can be looked into, but wait for nothing. */
function waitingIn({ unverified, held, disputed }: QueueCounts): number {
  return unverified + held + disputed;
}

function forged(c: Context<OwnerEnv>) {
  return problem(c, c.var.view.words.problem.forged, 403);
}

function problem(c: Context<OwnerEnv>, text: string, status: 403 | 404) {
  return page(c, <ProblemPage view={c.var.view} text={text} />, status);
}
