import { Hono } from "hono";
import type { WebhookNetwork } from "./actions/webhook-url.ts";
import type { Reading } from "./actions/work.ts";
import { newTroubles, type Troubles } from "./domain/troubles.ts";
import { answerProblem } from "./http/answer-problem.ts";
import { asWritten } from "./http/as-written.ts";
import { bareAddress } from "./http/bare-address.ts";
import { browserCalls } from "./http/browser-calls.ts";
import type {
  Collector,
  HttpEnv,
  HttpSettings,
  Log,
} from "./http/collector.ts";
import { type Counters, newCounters } from "./http/counters.ts";
import { disclosure } from "./http/disclosure.ts";
import { disclosurePage } from "./http/disclosure-page.ts";
import * as disputes from "./http/disputes.ts";
import { doctor } from "./http/doctor.ts";
import { newEventId } from "./http/event-id.ts";
import { followLink } from "./http/follow-link.ts";
import { followPlainly } from "./http/follow-plainly.ts";
import { frame } from "./http/frame.ts";
import { healthz, metrics, readyz } from "./http/health.ts";
import { progressPage } from "./http/hosted/progress-page.ts";
import { qrCode } from "./http/hosted/qr-code.ts";
import { sharePage } from "./http/hosted/share-page.ts";
import { noteKeyUse } from "./http/key-use.ts";
import { openLinks } from "./http/known-links.ts";
import { me, patchMe } from "./http/me.ts";
import * as members from "./http/members.ts";
import type { Gauge } from "./http/metrics/gauge.ts";
import { checkCode, settings } from "./http/offers.ts";
import { openApi } from "./http/open-api.ts";
import { rateLimit } from "./http/rate-limit.ts";
import { readText } from "./http/read-body.ts";
import { receiveEvents } from "./http/receive-events.ts";
import { clickRecorder } from "./http/record-click.ts";
import { seenGif } from "./http/seen-gif.ts";
import { type ShortWay, shortWay } from "./http/short-way.ts";
import { rememberedSites } from "./http/sites.ts";
import { type StaticFiles, staticFile } from "./http/static-files.ts";
import { unknownAddress } from "./http/unknown-address.ts";
import { wellEscaped } from "./http/well-escaped.ts";
import type { Writer } from "./ingest/writer.ts";
import { addServerRoutes } from "./server-routes.ts";

export interface AppNeeds {
  writer: Writer;
  reading: Reading;
  log: Log;
  settings: HttpSettings;
  files: StaticFiles;
  /** Where webhooks may go. */
  webhookNetwork: WebhookNetwork;
  /** The owner's pages; absent where a test does without. */
  owner?: Hono;
  /** Where the owner's pages look for what goes wrong. */
  troubles?: Troubles;
  isReady?(): boolean | Promise<boolean>;
  /** What `/metrics` tells, where others count too. */
  counters?: Counters;
  gauges?: Gauge[];
}

/** Every address that the collector answers, and the shorter way to some of them. */
export function createApp(needs: AppNeeds): {
  app: Hono<HttpEnv>;
  shortWay: ShortWay;
} {
  const { reading, files, owner, webhookNetwork } = needs;
  const { origin, protocol } = new URL(reading.publicUrl);
  const counters = needs.counters ?? newCounters();
  const collector: Collector = {
    ...needs,
    sites: rememberedSites(reading, origin),
    limit: rateLimit(needs.settings.rateLimit),
    siteLimit: rateLimit(needs.settings.siteRateLimit),
    troubles: needs.troubles ?? newTroubles(),
    keyUse: noteKeyUse(needs.writer, reading.now),
    counters,
    recordClick: clickRecorder({ ...needs, counters }),
    gauges: needs.gauges ?? [],
    origin,
    isSecure: protocol === "https:",
    isReady: needs.isReady ?? (() => true),
    newEventId,
  };
  const receive = receiveEvents(collector);
  const links = openLinks(collector);
  const app = new Hono<HttpEnv>();
  const browser = browserCalls(collector);
  app.onError((error, c) => answerProblem(collector, c, error));

  // Before the frame, and so without it: see `receiveEvents`.
  app.post("/v1/events", async (c) => {
    const { body, ...rest } = await receive(c, () => readText(c));
    return new Response(body, rest);
  });
  app.use(frame(collector));

  // From browsers: the site's public key, its origins, a member's own token.
  app.options("/v1/events", browser);
  app.get("/v1/seen.gif", seenGif(collector));
  app.get("/r/:code", followLink(collector, links));
  app.get("/", bareAddress(collector, links));
  // Not before the two above: a link takes a friend to the shop whatever hangs onto it, and the picture always comes.
  app.use(wellEscaped);
  app.use(asWritten);
  app.get("/s/:token", sharePage(collector));
  app.get("/s/:token/progress", progressPage(collector));
  app.get("/s/:token/qr.svg", qrCode(collector, "svg"));
  app.get("/s/:token/qr.png", qrCode(collector, "png"));
  app.options("/v1/members", browser);
  app.post("/v1/members", browser, members.joinMember(collector));
  app.options("/v1/me", browser);
  app.get("/v1/me", browser, me(collector));
  app.patch("/v1/me", browser, patchMe(collector));
  app.options("/v1/me/disputes", browser);
  app.post("/v1/me/disputes", browser, disputes.openDispute(collector));
  app.options("/v1/codes/check", browser);
  app.post("/v1/codes/check", browser, checkCode(collector));
  app.options("/v1/settings", browser);
  app.get("/v1/settings", browser, settings(collector));
  app.options("/v1/disclosure", browser);
  app.get("/v1/disclosure", browser, disclosure(collector));
  app.options("/v1/doctor", browser);
  app.get("/v1/doctor", browser, doctor(collector));
  app.get("/disclosure", browser, disclosurePage(collector));

  addServerRoutes(app, collector, webhookNetwork);

  // For everybody, or for whoever looks after the process.
  app.get("/enishi.js", staticFile(files));
  app.get("/:script{enishi-[\\w.-]+\\.js}", staticFile(files));
  app.get("/enishi/*", staticFile(files));
  app.get("/openapi.json", openApi(reading.publicUrl));
  app.get("/healthz", healthz);
  app.get("/readyz", readyz(collector));
  app.get("/metrics", metrics(collector));
  if (owner) app.route("/owner", owner);

  const refusal = unknownAddress(app);
  app.notFound((c) => answerProblem(collector, c, refusal(c)));
  return {
    app,
    shortWay: shortWay(receive, followPlainly(collector, links), needs.log),
  };
}
