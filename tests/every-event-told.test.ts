import { expect, onTestFinished, test } from "vitest";
import { openApp, someId } from "./open-app.ts";
import { randomFrom } from "./random-from.ts";

type Told = { accepted: number; duplicate: number; refused: object[] };

test("whatever is sent is accepted, known already, or refused for a reason, and the figures say the same", async () => {
  const app = await openApp();
  onTestFinished(() => app.close());
  const { code } = await app.member("hanako");
  const random = randomFrom(3);
  const below = (limit: number) => Math.floor(random() * limit);
  const share = () => ({
    ...{ id: someId(), at: app.clock.now, type: "share", code },
    channel: "line",
  });
  const claim = () => ({
    ...{ id: someId(), at: app.clock.now, type: "sale", orderId: someId() },
    ...{ amountMinor: 5_000, currency: "JPY", code, customer: { id: "taro" } },
  });
  const good: object[] = [];
  const makers: (() => unknown)[] = [
    share,
    claim,
    // Known.
    () => good[below(good.length)] ?? share(),
    // Refused, each for another reason.
    () => ({ ...share(), channel: "a\ud800b" }),
    () => ({ ...share(), at: "yesterday" }),
    () => ({ ...share(), type: "__proto__" }),
    () => ({ ...claim(), amountMinor: 1e308 }),
    () => ({ ...claim(), token: "e30.e30.forged" }),
    () => ({ ...share(), id: null }),
    () => JSON.parse('{"__proto__": {"polluted": 1}}'),
    () => null,
    () => "share",
  ];
  const sum = { sent: 0, accepted: 0, duplicate: 0, refused: 0 };
  for (let batch = 0; batch < 60; batch++) {
    const events = Array.from({ length: 1 + below(20) }, () =>
      makers[below(makers.length)]?.(),
    );
    const { status, body } = await app.events(events, {
      visitor: `visitor-${batch}`.padEnd(20, "0"),
    });
    expect(status).toBe(202);
    const { accepted, duplicate, refused } = body as Told;
    for (const one of refused)
      expect(one).toMatchObject({
        index: expect.any(Number),
        code: expect.stringMatching(/^[a-z_]+$/),
      });
    sum.sent += events.length;
    sum.accepted += accepted;
    sum.duplicate += duplicate;
    sum.refused += refused.length;
    good.push(
      ...events.filter(
        (event, index): event is object =>
          event !== null &&
          !refused.some((one) => "index" in one && one.index === index),
      ),
    );
  }
  const { sent, ...told } = sum;
  expect(told.accepted + told.duplicate + told.refused).toBe(sent);
  for (const count of Object.values(told)) expect(count).toBeGreaterThan(30);
  const stored = await app.work.db.selectFrom("events").select("id").execute();
  const claims = await app.work.db
    .selectFrom("conversions")
    .select("id")
    .execute();
  expect({ stored: stored.length, claims: claims.length > 0 }).toEqual({
    stored: told.accepted,
    claims: true,
  });

  const figures = (await app.asServer("GET", "/metrics")).text;
  const of = (pattern: RegExp) =>
    [...figures.matchAll(pattern)].reduce((all, [, n]) => all + Number(n), 0);
  for (const [outcome, count] of Object.entries(told))
    expect(
      of(
        new RegExp(`^enishi_events_total{outcome="${outcome}"} (\\d+)$`, "gm"),
      ),
    ).toBe(count);
  expect(of(/^enishi_events_refused_total{code="\w+"} (\d+)$/gm)).toBe(
    told.refused,
  );
});
