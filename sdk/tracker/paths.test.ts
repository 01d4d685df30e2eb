import { FiltersEngine, Request } from "@ghostery/adblocker";
import { expect, test } from "vitest";

/** The kinds of rules that privacy lists have for trackers, written down as we met them. */
const list = `
/tracker.min.js
/v1/pixel.js
/v1/pixel.gif?
/api/pixel?
/api/v1/track/*
/api/v1/collector
/track/event/*
/track/pixel.
/track-referrals.js
/affiliate-track.
/affiliatetracking/*
/beacon.js
/beacon?
/collect?r=
/collector/event
/event?ref=
/events?data=
/events/track/*
/t/event?
/visit?id=
/widget/track_event
/1x1.gif?
/p.gif?
/i.gif?
/e.gif?
/umami.js
*$ping,third-party
`;
const engine = FiltersEngine.parse(list);

function isBlocked(path: string, type: "script" | "xhr" | "image" | "ping") {
  return ["https://ref.shop.example", "https://collector.example"].some(
    (collector) =>
      engine.match(
        Request.fromRawDetails({
          url: collector + path,
          sourceUrl: "https://shop.example/thanks",
          type,
        }),
      ).match,
  );
}

test("the paths that the tracker uses are on no list", () => {
  expect(isBlocked("/enishi.js", "script")).toBe(false);
  expect(isBlocked("/enishi-0.1.0-f47ec42c.js", "script")).toBe(false);
  expect(isBlocked("/enishi/widget-AbCd1234.js", "script")).toBe(false);
  expect(isBlocked("/enishi/on-demand-AbCd1234.js", "script")).toBe(false);
  expect(isBlocked("/v1/events", "xhr")).toBe(false);
  expect(isBlocked("/v1/settings?site=pk_1", "xhr")).toBe(false);
  expect(isBlocked("/v1/codes/check", "xhr")).toBe(false);
  expect(isBlocked("/v1/seen.gif?site=pk_1&type=click", "image")).toBe(false);
});

test("the list would notice: usual names and cross-site beacons are blocked", () => {
  expect(isBlocked("/v1/pixel.gif?site=pk_1", "image")).toBe(true);
  expect(isBlocked("/beacon.js", "script")).toBe(true);
  expect(isBlocked("/v1/events", "ping")).toBe(true);
});
