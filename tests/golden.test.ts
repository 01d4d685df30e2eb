import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EventBatch, EventBatchAnswer } from "../sdk/protocol/events.ts";
import {
  type CollectorProcess,
  keys,
  startCollector,
} from "./collector-process.ts";
import { eventId, signToken, siteApi } from "./site-api.ts";

const fixtures = globSync("sdk/protocol/fixtures/*.json");
let collector: CollectorProcess;

beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector?.end("SIGTERM"));

test("there are golden messages", () => {
  expect(fixtures.length).toBeGreaterThan(0);
});

test.for(fixtures)("the collector accepts %s", async (file) => {
  const golden = JSON.parse(readFileSync(file, "utf8")) as EventBatch;
  const { status, body } = await siteApi(collector).asPage<EventBatchAnswer>(
    "POST",
    "/v1/events",
    {
      ...golden,
      site: keys.site,
      events: await Promise.all(golden.events.map(freshly)),
    },
  );
  expect({ file: basename(file), status, refused: body.refused }).toEqual({
    file: basename(file),
    status: 202,
    refused: [],
  });
  expect(body.accepted).toBe(golden.events.length);
});

/** The message as it is, but for an id that is new and a token that this site has signed today. */
async function freshly(event: EventBatch["events"][number]) {
  const fresh = { ...event, id: eventId() };
  if (!("token" in fresh) || !fresh.token) return fresh;
  const { iat, exp, aud, ...claims } = decodeJwt(fresh.token);
  return { ...fresh, token: await signToken("conversion", claims) };
}
