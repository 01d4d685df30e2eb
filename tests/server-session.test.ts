import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { formatReferralCookie } from "../sdk/protocol/referral-cookie.ts";
import { keys, startCollector, temporaryFolder } from "./collector-process.ts";
import { recipe } from "./recipe.ts";
import { siteApi } from "./site-api.ts";

test("the server's own session brings a referral through a login that loses the cookie", async () => {
  const file = join(temporaryFolder(), "session.mjs");
  const server = pathToFileURL("dist/npm/server.js").href;
  const text = recipe("docs/api/server.md", "Through a login detour", "js");
  writeFileSync(file, text.replace("enishi/server", server));
  const { keepReferral, saleOf } = await import(file);
  const collector = await startCollector();
  const api = siteApi(collector);
  const { code } = await api.putMember("hanako");
  const visitor = "visitor-of-the-session";
  const at = Date.now();
  const id = "click-before-the-login-1";
  await api.asPage("POST", "/v1/events", {
    site: keys.site,
    visitor,
    sentAt: at,
    events: [{ id, type: "click", at, code }],
  });

  const session = {};
  const touch = { code, at };
  const cookie = formatReferralCookie({
    visitor,
    touches: { first: touch, last: touch },
  });
  keepReferral(`_enishi=${cookie}`, session);
  keepReferral(undefined, session);
  const order = { orderId: "after-login", amountMinor: 1_000, currency: "JPY" };
  const { body } = await api.convert(saleOf(order, session));
  expect(body).toMatchObject({ attributed: { code } });
  await collector.end("SIGTERM");
});
