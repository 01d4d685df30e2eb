import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { openApp, someId } from "../../tests/open-app.ts";
import { sendRaw as raw } from "../../tests/send-raw.ts";
import { listen } from "./listen.ts";

async function serve() {
  const open = await openApp();
  const listening = await listen("127.0.0.1", 0);
  listening.answerWith(open.app.fetch, open.shortWay);
  return { open, listening, url: `http://127.0.0.1:${listening.port}` };
}

const head = (extra: string) =>
  `POST /v1/events HTTP/1.1\r\nHost: localhost\r\nOrigin: https://shop.example\r\nConnection: close\r\n${extra}\r\n`;

test("before the collector is ready, callers are told to come back", async () => {
  const refused: string[] = [];
  const listening = await listen("127.0.0.1", 0, {}, ({ code }) =>
    refused.push(code),
  );
  const answer = await fetch(`http://127.0.0.1:${listening.port}/readyz`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("2");
  // Who is alive is not to be ended for a migration that takes its time.
  const alive = await fetch(`http://127.0.0.1:${listening.port}/healthz`);
  expect(alive.status).toBe(200);
  const scraped = await fetch(`http://127.0.0.1:${listening.port}/metrics`);
  expect(scraped.status).toBe(200);
  const figures = await scraped.text();
  expect(figures).toMatch(/^enishi_ready 0$/m);
  expect(figures).toMatch(/^process_start_time_seconds \d+$/m);
  const id = answer.headers.get("enishi-request-id");
  expect(id).toMatch(/^req_/);
  expect(await answer.json()).toMatchObject({
    code: "overloaded",
    requestId: id,
  });
  expect(refused).toEqual(["overloaded"]);
  await listening.drain(0);
});

test("events come by announced length and in chunks", async () => {
  const { open, listening, url } = await serve();
  const body = JSON.stringify({
    site: "pk_test",
    sentAt: open.clock.now,
    events: [
      { id: someId(), type: "view", surface: "share", at: open.clock.now },
    ],
  });
  const whole = await fetch(`${url}/v1/events`, {
    method: "POST",
    headers: { Origin: "https://shop.example" },
    body,
  });
  expect(await whole.json()).toMatchObject({ accepted: 1 });
  const half = Math.floor(body.length / 2);
  const chunk = (part: string) => `${part.length.toString(16)}\r\n${part}\r\n`;
  const chunked = await raw(
    listening.port,
    head("Transfer-Encoding: chunked\r\n"),
    chunk(body.slice(0, half)),
    chunk(body.slice(half)),
    "0\r\n\r\n",
  );
  expect(chunked).toContain('"duplicate":1');
  await listening.drain(1_000);
  await open.close();
});

test("a body over the limit is refused by its announced length, and in chunks by counting", async () => {
  const { open, listening, url } = await serve();
  const announced = await raw(
    listening.port,
    head("Content-Length: 1000000000\r\n"),
  );
  expect(announced).toContain("413 ");
  expect(announced).toContain('"code":"body_too_large"');
  // The caller has still the rest to send when the answer comes: it must be able to read it.
  const counted = await fetch(`${url}/v1/events`, {
    method: "POST",
    headers: { Origin: "https://shop.example" },
    body: new Blob(["x".repeat(4_000_000)]).stream(),
    duplex: "half",
  } as RequestInit);
  expect(counted.status).toBe(413);
  const huge = await fetch(`${url}/v1/events`, {
    method: "POST",
    headers: { Origin: "https://shop.example" },
    body: "x".repeat(4_000_000),
  });
  expect(await huge.json()).toMatchObject({ code: "body_too_large" });
  await listening.drain(1_000);
  await open.close();
});

test("a body that ends early, and what is no HTTP, harm nobody", async () => {
  const { open, listening, url } = await serve();
  const socket = connect(listening.port, "127.0.0.1");
  socket.write(`${head("Content-Length: 100\r\n")}{"site"`);
  await once(socket, "connect");
  socket.destroy();
  expect(await raw(listening.port, "hello\r\n\r\n")).toContain("400 ");
  expect(
    await raw(
      listening.port,
      "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
    ),
  ).toContain('"code":"malformed_body"');
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(open.logged.filter(({ level }) => level === "error")).toEqual([]);
  await listening.drain(1_000);
  await open.close();
});

test("a caller who stalls in the middle of headers or body is told so and let go", async () => {
  const open = await openApp();
  const listening = await listen("127.0.0.1", 0, {
    headersMs: 30,
    requestMs: 60,
    checkMs: 10,
  });
  listening.answerWith(open.app.fetch, open.shortWay);
  const { port } = listening;
  const late = await raw(port, "GET / HTTP/1.1\r\nHos");
  expect(late).toContain("408 ");
  expect(late).toContain('"code":"malformed_body"');
  const stalled = await raw(
    port,
    head("Content-Length: 100\r\n"),
    '{"site":"pk_test"',
  );
  expect(stalled).not.toContain("202 ");
  expect(open.logged.filter(({ level }) => level === "error")).toEqual([]);
  await listening.drain(0);
  await open.close();
});

test("what cannot be read is told so by a problem, as all else is, and the connection is closed", async () => {
  const { open, listening } = await serve();
  const calls: [number, string][] = [
    [400, "hello\r\n\r\n"],
    [400, "GET /healthz HTTP/1.1\r\n\r\n"],
    [400, head("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")],
    [417, `${head("Expect: tea\r\nContent-Length: 2\r\n")}{}`],
    [431, `GET /${"x".repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
  ];
  for (const [status, request] of calls) {
    const answer = await raw(listening.port, request);
    const [first = "", body = ""] = answer.split("\r\n\r\n");
    expect(first).toMatch(new RegExp(`^HTTP/1.1 ${status} \\w`));
    expect(first).toContain("Content-Type: application/problem+json");
    expect(first.toLowerCase()).toContain("connection: close");
    expect(first).toContain(`Content-Length: ${body.length}`);
    const [, id] = /Enishi-Request-Id: (req_\S+)/.exec(first) ?? [];
    expect(JSON.parse(body)).toMatchObject({
      type: "urn:enishi:problem:malformed_body",
      code: "malformed_body",
      status,
      requestId: id,
      errors: [],
    });
  }
  // To this the answer has no body; what comes behind it is refused by itself.
  const behind = await raw(
    listening.port,
    "HEAD /v1/members HTTP/1.1\r\nHost: localhost\r\n\r\n{}\r\n\r\n",
  );
  expect(behind).toMatch(/^HTTP\/1\.1 401 [^{]*\r\n\r\nHTTP\/1\.1 400 /);
  // Older than hosts.
  expect(await raw(listening.port, "GET /healthz HTTP/1.0\r\n\r\n")).toContain(
    "200 OK",
  );
  await listening.drain(1_000);
  await open.close();
});

test("whoever connects beyond the bound is told at once to come back, and may once others have gone", async () => {
  const listening = await listen("127.0.0.1", 0, {
    total: 3,
    spared: 0,
  });
  listening.answerWith(() => new Response("here"));
  const { port } = listening;
  const ask = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  // Three who say nothing: half-open, for all that is known of them.
  const silent = [1, 2, 3].map(() => connect(port, "127.0.0.1"));
  await Promise.all(silent.map((socket) => once(socket, "connect")));
  await eventually(async () => expect(await listening.connections()).toBe(3));
  const refused = await raw(port, ask);
  expect(refused).toMatch(/^HTTP\/1.1 503 /);
  expect(refused).toContain("Retry-After: 2");
  const [, body = ""] = refused.split("\r\n\r\n");
  expect(JSON.parse(body)).toMatchObject({ status: 503, code: "overloaded" });
  expect(refused).not.toContain("here");
  for (const socket of silent) socket.destroy();
  await eventually(async () => expect(await raw(port, ask)).toContain("here"));
  await listening.drain(0);
});

test("who is turned away and does not go takes no more places than there are for that", async () => {
  const listening = await listen("127.0.0.1", 0, {
    total: 1,
    spared: 0,
    farewells: 1,
  });
  const { port } = listening;
  const open = () => connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  const silent = open();
  // Of two who stand before the doors either may come in first.
  await eventually(async () => expect(await listening.connections()).toBe(1));
  const stubborn = open();
  await once(stubborn, "data");
  expect(await raw(port, "")).toBe("");
  silent.destroy();
  stubborn.destroy();
  await listening.drain(0);
});

test("idle connections make room for a caller beyond the bound", async () => {
  const listening = await listen("127.0.0.1", 0, {
    total: 1,
    spared: 0,
  });
  listening.answerWith(() => new Response("here"));
  const idle = connect(listening.port, "127.0.0.1");
  const gone = once(idle, "close");
  idle.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await once(idle, "data");
  await eventually(async () =>
    expect(
      await raw(
        listening.port,
        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
      ),
    ).toContain("here"),
  );
  await gone;
  await listening.drain(0);
});

test("a caller who does not read what was asked for is cut", async () => {
  const listening = await listen("127.0.0.1", 0, { silentMs: 50 });
  listening.answerWith(() => new Response("x".repeat(50_000_000)));
  const socket = connect(listening.port, "127.0.0.1");
  socket.on("error", () => {});
  socket.pause();
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await once(socket, "connect");
  await eventually(async () => expect(await listening.connections()).toBe(1));
  await eventually(async () => expect(await listening.connections()).toBe(0));
  socket.destroy();
  await listening.drain(0);
});

test("a stop finishes what was taken, tells connections that it was their last, and takes no more", async () => {
  const listening = await listen("127.0.0.1", 0);
  const url = `http://127.0.0.1:${listening.port}`;
  let finish = (_: Response) => {};
  const asked = new Promise<void>((isAsked) => {
    listening.answerWith(() => {
      isAsked();
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
  });
  const answer = fetch(url);
  await asked;
  const drained = listening.drain(5_000);
  const comesIn = async () => {
    const socket = connect(listening.port, "127.0.0.1");
    const isIn = once(socket, "connect").then(
      () => true,
      () => false,
    );
    return isIn.finally(() => socket.destroy());
  };
  await eventually(async () => expect(await comesIn()).toBe(false));
  finish(new Response("finished"));
  expect(await (await answer).text()).toBe("finished");
  await drained;
});

test("a stop that takes too long cuts what is left", async () => {
  const listening = await listen("127.0.0.1", 0);
  const asked = new Promise<void>((isAsked) => {
    listening.answerWith(() => {
      isAsked();
      return new Promise(() => {});
    });
  });
  const answer = fetch(`http://127.0.0.1:${listening.port}`);
  const failed = expect(answer).rejects.toThrow();
  await asked;
  await listening.drain(50);
  await failed;
});

test("what a turn cannot take in time is told at once to come back, but for links and whoever looks after us", async () => {
  let shed = 0;
  const listening = await listen("127.0.0.1", 0, {}, () => {
    shed += 1;
  });
  const { port } = listening;
  let taken = 0;
  listening.answerWith(() => {
    taken += 1;
    // A crowd keeps us busy from its five hundredth call on.
    if (taken === 500)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
    return new Response("here");
  });
  const sockets = Array.from({ length: 505 }, () => connect(port, "127.0.0.1"));
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  await eventually(async () => expect(await listening.connections()).toBe(505));
  const paths = ["/r/CODE2345", "/v1/seen.gif?site=x", "/readyz", "/owner"];
  const answers = sockets.map(async (socket, at) => {
    const path = at < 500 ? "/v1/me" : (paths[at - 500] ?? "/v1/me");
    const close = "Connection: close\r\n";
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${close}\r\n`);
    return await text(socket);
  });
  const told = await Promise.all(answers);
  const last = told.pop() ?? "";
  for (const answer of told) expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(last).toMatch(/^HTTP\/1.1 503 /);
  expect(last).toMatch(/\r\nRetry-After: 2\r\n/);
  expect(last).toContain('"code":"overloaded"');
  expect(shed).toBe(1);
  const next = await fetch(`http://127.0.0.1:${port}/v1/me`);
  expect(next.status).toBe(200);
  await listening.drain(0);
});

test("who asks without waiting for answers is told to come back, and nobody else for it", async () => {
  const listening = await listen("127.0.0.1", 0, {
    crowd: { turnMs: 0, callers: 3, each: 8 },
  });
  const { port } = listening;
  listening.answerWith(() => new Response("here"));
  const greedy = connect(port, "127.0.0.1");
  const honest = connect(port, "127.0.0.1");
  await Promise.all([once(greedy, "connect"), once(honest, "connect")]);
  await eventually(async () => expect(await listening.connections()).toBe(2));
  const ask = "GET /v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n";
  greedy.end(ask.repeat(40));
  honest.end(ask);
  const [answers = "", answer = ""] = await Promise.all(
    [greedy, honest].map((socket) => text(socket)),
  );
  const statuses = answers.match(/HTTP\/1.1 \d+/g) ?? [];
  expect(statuses).toEqual([
    ...new Array(8).fill("HTTP/1.1 200"),
    ...new Array(32).fill("HTTP/1.1 503"),
  ]);
  expect(answer).toContain("200 OK");
  await listening.drain(0);
});

test("a stop lets in who waits before the door, and answers them", async () => {
  const listening = await listen("127.0.0.1", 0);
  listening.answerWith(() => new Response("here"));
  const sockets = Array.from({ length: 500 }, () =>
    connect(listening.port, "127.0.0.1"),
  );
  // As the system says; the collector takes a few in a turn.
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  const drained = listening.drain(5_000);
  const ask = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
  for (const socket of sockets) socket.write(ask);
  for (const answer of await Promise.all(sockets.map((one) => text(one))))
    expect(answer).toMatch(/^HTTP\/1.1 200 .*\nConnection: close\r\n/s);
  await drained;
  expect(await raw(listening.port, ask)).toBe("");
});

test("those who send half a header do not keep others out for long, and nobody keeps out this machine", async () => {
  const listening = await listen("127.0.0.1", 0, {
    total: 8,
    spared: 2,
    headersMs: 600_000,
    requestMs: 600_000,
    checkMs: 20,
    crowdedHeadersMs: 500,
  });
  listening.answerWith(() => new Response("here"));
  const url = `http://127.0.0.1:${listening.port}/healthz`;
  const half = Array.from({ length: 8 }, () => raw(listening.port, "GET / HT"));
  await eventually(async () => expect(await listening.connections()).toBe(8));
  // All places are taken: this one is of those that are kept.
  expect((await fetch(url)).status).toBe(200);
  // Far sooner than in ten minutes.
  for (const answer of await Promise.all(half))
    expect(answer).toContain("408 Request Timeout");
  await listening.drain(0);
});
