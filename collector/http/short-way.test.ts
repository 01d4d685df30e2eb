import { expect, test } from "vitest";
import { openApp, someId } from "../../tests/open-app.ts";
import { listen } from "./listen.ts";

/** Written by the server itself, or of the answer alone. */
const itsOwn = [
  "connection",
  "content-length",
  "date",
  "enishi-request-id",
  "keep-alive",
];

function said(answer: Response, text: string) {
  const headers = [...answer.headers]
    .filter(([name]) => !itsOwn.includes(name))
    .sort();
  const body = text.replace(/req_[\w-]+/g, "req_");
  return { status: answer.status, headers, body };
}

test("who goes the short way is answered as on the long way", async () => {
  const open = await openApp();
  const listening = await listen("127.0.0.1", 0);
  let longWays = 0;
  listening.answerWith(
    () => {
      longWays += 1;
      return new Response();
    },
    () => {},
    open.shortWay,
  );
  const batch = (more: object = {}) =>
    JSON.stringify({
      site: "pk_test",
      sentAt: open.clock.now,
      events: [
        { id: someId(), type: "view", surface: "share", at: open.clock.now },
      ],
      ...more,
    });
  const calls: [string, Record<string, string>, () => string][] = [
    ["a good event", { Origin: "https://shop.example" }, () => batch()],
    [
      "a bad one beside it",
      { Origin: "https://shop.example" },
      () => batch({ events: [{ type: "お茶" }] }),
    ],
    [
      "an unknown site",
      { Origin: "https://shop.example" },
      () => batch({ site: "pk_other" }),
    ],
    ["another origin", { Origin: "https://other.example" }, () => batch()],
    ["no origin", {}, () => batch()],
    ["no JSON", { Origin: "https://shop.example" }, () => "{"],
  ];
  for (const [what, headers, body] of calls) {
    const short = await fetch(`http://127.0.0.1:${listening.port}/v1/events`, {
      method: "POST",
      headers,
      body: body(),
    });
    const long = await open.app.request("/v1/events", {
      method: "POST",
      headers,
      body: body(),
    });
    expect(said(short, await short.text()), what).toEqual(
      said(long, await long.text()),
    );
  }
  expect(longWays).toBe(0);
  await listening.drain(0);
  await open.close();
});
