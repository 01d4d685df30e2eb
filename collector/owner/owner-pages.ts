import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { deleteCookie, getCookie } from "hono/cookie";
import { ownerAudit } from "./audit/owner-audit.tsx";
import { ownerBulk } from "./bulk/owner-bulk.tsx";
import { ownerGifts } from "./gifts/owner-gifts.tsx";
import { giftUploadLimit, isGiftUpload } from "./gifts/upload-limit.ts";
import { ownerWorks } from "./long-work.tsx";
import { lookAt } from "./look-at.ts";
import { orderActs } from "./orders/order-posts.ts";
import { ownerOrders } from "./orders/owner-orders.tsx";
import { fromHere, ofThisSession } from "./own-forms.tsx";
import { ownerActs } from "./owner-acts.ts";
import type { OwnerDeps } from "./owner-deps.ts";
import type { OwnerEnv } from "./owner-env.ts";
import { ownerLists } from "./owner-lists.tsx";
import { ownerOverflows } from "./owner-overflows.ts";
import { ownerWebhooks } from "./owner-webhooks.tsx";
import { pageHeaders } from "./page-headers.ts";
import { ownerPayouts } from "./payouts/owner-payouts.tsx";
import { ownerRuns } from "./payouts/owner-runs.tsx";
import { ownerTotals } from "./payouts/owner-totals.tsx";
import { ownerNewMember } from "./people/owner-new-member.ts";
import { ownerPeople } from "./people/owner-people.tsx";
import { ownerMany } from "./queue/owner-many.tsx";
import { ownerQueue } from "./queue/owner-queue.tsx";
import { queueActs } from "./queue/queue-posts.ts";
import { ownerRules } from "./rules/owner-rules.ts";
import { ownerVersions } from "./rules/owner-versions.tsx";
import { createSessions } from "./sessions.ts";
import { showProblem } from "./show-problem.tsx";
import { sessionCookie, signIn } from "./sign-in.tsx";
import { signedIn } from "./signed-in.ts";
import {
  importPath,
  maxImportBytes,
  ownerCustomers,
} from "./sites/owner-customers.tsx";
import { ownerKeys } from "./sites/owner-keys.tsx";
import { ownerSettings } from "./sites/owner-settings.tsx";
import { ownerSites } from "./sites/owner-sites.tsx";
import { style } from "./style.ts";

/** The rules with all their texts are long, and a form writes each Japanese letter as nine. */
const maxFormBytes = 512 * 1024;

/** The site owner's pages: server-rendered, without a script, to be mounted at `/owner`. */
export function ownerPages(deps: OwnerDeps): Hono {
  const { read, now } = deps;
  const pages = new Hono<OwnerEnv>();
  const sessions = createSessions(now);

  pages.use(pageHeaders);
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
    await lookAt(c, site, read);
    if (!site) return showProblem(c, c.var.view.words.problem.noSite);
    return next();
  });

  pages.use("/login", bodyLimit({ maxSize: 2 * maxFormBytes }));
  pages.on("POST", "*", fromHere(deps));
  pages.route("/", signIn(deps, sessions));

  const forms = bodyLimit({ maxSize: maxFormBytes });
  // From here on, for those who are signed in.
  pages.use(signedIn(deps, forms));
  const files = bodyLimit({
    maxSize: maxImportBytes + 64 * 1024,
    onError: (c) =>
      showProblem(c, c.var.view.words.sites.customers.tooLarge, 413),
  });
  pages.use((c, next) => {
    if (isGiftUpload(c.req.path)) return giftUploadLimit(c, next);
    return c.req.path === importPath ? files(c, next) : forms(c, next);
  });
  pages.on("POST", "*", ofThisSession(deps));
  pages.post("/logout", (c) => {
    sessions.close(getCookie(c, sessionCookie));
    deleteCookie(c, sessionCookie, { path: "/owner" });
    return c.redirect("/owner/login", 303);
  });
  pages.route("/", ownerWorks());
  pages.route("/", ownerBulk(deps));
  pages.route("/", ownerMany(deps));
  pages.route("/", ownerQueue(deps));
  pages.route("/", queueActs(deps));
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
  pages.route("/", ownerRuns(deps));
  pages.route("/", ownerSites(deps));
  pages.route("/", ownerSettings(deps));
  pages.route("/", ownerKeys(deps));
  pages.route("/", ownerCustomers(deps));

  pages.route("/", ownerOverflows(deps));
  pages.route("/", ownerLists(deps));
  pages.all("*", (c) =>
    c.req.path === "/owner/"
      ? c.redirect("/owner", 303)
      : showProblem(c, c.var.view.words.problem.missing),
  );
  return new Hono().route("/", pages);
}
