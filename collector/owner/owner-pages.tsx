/** @jsxImportSource hono/jsx */
import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { deleteCookie, getCookie } from "hono/cookie";
import type { QueueCounts } from "../actions/list-queue.ts";
import type { SiteRecord } from "../actions/read-site.ts";
import { ownerAudit } from "./audit/owner-audit.tsx";
import { ownerBulk } from "./bulk/owner-bulk.tsx";
import { formToken, formTokenIn } from "./form-token.ts";
import { formatsFor } from "./formats.ts";
import { ownerGifts } from "./gifts/owner-gifts.tsx";
import { giftUploadLimit, isGiftUpload } from "./gifts/upload-limit.tsx";
import { isOwnForm, isSaidToBeOwn } from "./is-own-form.ts";
import { isSameSecret } from "./is-same-secret.ts";
import { cameFrom, keptForm } from "./kept-form.ts";
import { languageOf, wordsIn } from "./language.ts";
import { ownerWorks } from "./long-work.tsx";
import { orderActs } from "./orders/order-posts.ts";
import { ownerOrders } from "./orders/owner-orders.tsx";
import { ownerActs } from "./owner-acts.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";
import { ownerLists } from "./owner-lists.tsx";
import { ownerOverflows } from "./owner-overflows.ts";
import { ownerWebhooks } from "./owner-webhooks.tsx";
import { page } from "./page.ts";
import { AgainPage } from "./pages/again-page.tsx";
import { ProblemPage } from "./pages/problem-page.tsx";
import { ownerPayouts } from "./payouts/owner-payouts.tsx";
import { ownerTotals } from "./payouts/owner-totals.tsx";
import { ownerNewMember } from "./people/owner-new-member.ts";
import { ownerPeople } from "./people/owner-people.tsx";
import { ownerMany } from "./queue/owner-many.tsx";
import { ownerQueue } from "./queue/owner-queue.tsx";
import { ownerRules } from "./rules/owner-rules.tsx";
import { ownerVersions } from "./rules/owner-versions.tsx";
import { securityHeaders } from "./security-headers.ts";
import { createSessions, type Session } from "./sessions.ts";
import { sessionCookie, showSignIn, signIn } from "./sign-in.tsx";
import {
  importPath,
  maxImportBytes,
  ownerCustomers,
} from "./sites/owner-customers.tsx";
import { ownerKeys } from "./sites/owner-keys.tsx";
import { ownerSites } from "./sites/owner-sites.tsx";
import { style } from "./style.ts";

/** So many sites can be chosen in the head of every page; the rest in their list. */
const sitesInHead = 20;

/** The rules with all their texts are long, and a form writes each Japanese letter as nine. */
const maxFormBytes = 512 * 1024;

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
    c.set("session", session);
    c.set("report", deps.report);
    const site = await read.site({ id: session?.siteId ?? null });
    await lookAt(c, site);
    if (!site) return problem(c, c.var.view.words.problem.noSite, 404);
    return next();
  });

  /** Makes a site the one that this request is about. */
  async function lookAt(c: Context<OwnerEnv>, site: SiteRecord | null) {
    const { session } = c.var;
    const programs = site ? await read.programs({ siteId: site.id }) : [];
    c.set("programs", programs);
    if (site) c.set("site", site);
    const isIn = site !== null && session !== null;
    c.set("view", {
      ...viewOf(c, session, programs[0]?.timeZone ?? "UTC"),
      csrf: isIn ? formToken(session, site.id) : null,
      waiting: isIn
        ? waitingIn(await read.queueCounts({ siteId: site.id }))
        : 0,
      lowPools: isIn ? (await read.lowPools({ siteId: site.id })).length : 0,
      sites: isIn
        ? { shown: site, ...(await read.sites({ limit: sitesInHead })) }
        : null,
    });
  }

  pages.use("/login", bodyLimit({ maxSize: 2 * maxFormBytes }));
  pages.on("POST", "*", async (c, next) =>
    isOwnForm(c, deps.publicUrl) ? next() : forged(c),
  );
  pages.route("/", signIn(deps, sessions));

  const forms = bodyLimit({ maxSize: maxFormBytes });
  // From here on, for those who are signed in.
  pages.use(async (c, next) => {
    if (c.var.session) return next();
    const place = c.req.method === "GET" ? c.var.view.here : cameFrom(c);
    if (isSaidToBeOwn(c, deps.publicUrl) && isKeepable(c))
      return forms(c, async () => {
        c.res = await signInFirst(c);
      });
    return c.redirect(
      `/owner/login?${new URLSearchParams({ next: place })}`,
      303,
    );
  });

  /** What was typed comes along, in the sign-in page itself. */
  async function signInFirst(c: Context<OwnerEnv>) {
    const kept = await keptForm(c);
    const w = c.var.view.words.again;
    const says = kept ? w.ended : w.endedOnly;
    return showSignIn(c, deps, { next: cameFrom(c), kept, says }, 401);
  }
  const files = bodyLimit({
    maxSize: maxImportBytes + 64 * 1024,
    onError: (c) => problem(c, c.var.view.words.sites.customers.tooLarge, 413),
  });
  pages.use((c, next) => {
    if (isGiftUpload(c.req.path)) return giftUploadLimit(c, next);
    return c.req.path === importPath ? files(c, next) : forms(c, next);
  });
  pages.on("POST", "*", async (c, next) => {
    const { csrf } = await c.req.parseBody();
    const { session } = c.var;
    const { token, siteId } = formTokenIn(csrf);
    if (!session || !isSameSecret(token, session.csrf))
      return (await again(c)) ?? forged(c);
    if (siteId !== c.var.site.id) {
      // From a page that another was chosen beside: it does what it says, to the site that it shows.
      const site = await read.site({ id: siteId });
      if (site?.id !== siteId) return forged(c);
      session.siteId = siteId;
      await lookAt(c, site);
    }
    return next();
  });
  /** A form of an earlier session, by all that the browser says: it is asked for once more. */
  async function again(c: Context<OwnerEnv>) {
    const { session, view } = c.var;
    if (!session || !isSaidToBeOwn(c, deps.publicUrl)) return null;
    const kept = await keptForm(c);
    if (!kept) return null;
    const site = await read.site({ id: kept.siteId });
    if (site?.id !== kept.siteId) return null;
    const csrf = formToken(session, kept.siteId);
    return page(c, <AgainPage view={view} csrf={csrf} kept={kept} />, 403);
  }
  pages.post("/logout", (c) => {
    sessions.close(getCookie(c, sessionCookie));
    deleteCookie(c, sessionCookie, { path: "/owner" });
    return c.redirect("/owner/login", 303);
  });
  pages.route("/", ownerWorks());
  pages.route("/", ownerBulk(deps));
  pages.route("/", ownerMany(deps));
  pages.route("/", ownerQueue(deps));
  pages.route("/", ownerAudit(deps));
  pages.route("/", ownerPeople(deps));
  pages.route("/", ownerNewMember(deps));
  pages.route("/", ownerActs(deps));
  pages.route("/", orderActs(deps));
  pages.route("/", ownerOrders(deps));
  pages.route("/", ownerRules(deps));
  pages.route("/", ownerVersions(deps));
  pages.route("/", ownerWebhooks(deps));
  pages.route("/", ownerGifts(deps));
  pages.route("/", ownerTotals(deps));
  pages.route("/", ownerPayouts(deps));
  pages.route("/", ownerSites(deps));
  pages.route("/", ownerKeys(deps));
  pages.route("/", ownerCustomers(deps));

  pages.route("/", ownerOverflows(deps));
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
  const typed = session?.typed ?? null;
  if (session && c.req.method === "GET") {
    session.news = null;
    session.typed = null;
  }
  return {
    language,
    words: wordsIn[language],
    formats: formatsFor(language, timeZone),
    timeZone,
    here: searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname,
    styleUrl,
    news,
    typed,
  };
}

/** Orders that matched nobody can be looked into, but wait for nothing. */
function waitingIn({ unverified, held, disputed }: QueueCounts): number {
  return unverified + held + disputed;
}

/** A form without files, of which nobody could send the same again. Signing out needs no signing in. */
function isKeepable(c: Context): boolean {
  const type = c.req.header("content-type") ?? "";
  return (
    c.req.method === "POST" &&
    type.startsWith("application/x-www-form-urlencoded") &&
    c.req.path !== "/owner/logout"
  );
}

function forged(c: Context<OwnerEnv>) {
  return problem(c, c.var.view.words.problem.forged, 403);
}

function problem(c: Context<OwnerEnv>, text: string, status: 403 | 404 | 413) {
  return page(c, <ProblemPage view={c.var.view} text={text} />, status);
}
