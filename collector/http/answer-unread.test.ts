import { once } from "node:events";
import type { Server } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { openApp, someId } from "../../tests/open-app.ts";
import { sendRaw } from "../../tests/send-raw.ts";
import { countRefused, newCounters } from "./counters.ts";
import { listen } from "./listen.ts";
import type { Refusal } from "./refusal.ts";

async function serve(less: Parameters<typeof listen>[2] = {}) {
  const counters = newCounters();
  const open = await openApp({ counters });
  const listening = await listen("127.0.0.1", 0, less, (why) =>
    countRefused(counters, why),
  );
  listening.answerWith(open.app.fetch, open.shortWay);
  onTestFinished(async () => {
    await listening.drain(0);
    await open.close();
  });
  /** What was answered, by status, and of what code. */
  const counted = () => ({
    answers: Object.fromEntries(counters.answers),
    problems: Object.fromEntries(
      [...counters.problems].filter(([, count]) => count > 0),
    ),
  });
  return { open, counted, ...listening };
}

const impatient = { headersMs: 30, requestMs: 60, checkMs: 10 };

const post = (path: string, headers: string[]) =>
  [
    `POST ${path} HTTP/1.1`,
    "Host: localhost",
    "Origin: https://shop.example",
    ...["Authorization: Bearer sk_test", ...headers],
    "\r\n",
  ].join("\r\n");

const idOf = (answer: string) =>
  /"requestId":"(req_[^"]+)"/.exec(answer)?.[1] ?? "none";

test("what is refused unread is counted as all else is, by its own status, once", async () => {
  const { counted, port } = await serve(impatient);
  const long = "x".repeat(20_000);
  const calls: [number, string, string][] = [
    [400, "malformed_body", "hello\r\n\r\n"],
    [400, "malformed_body", "GET /healthz HTTP/1.1\r\n\r\n"],
    [
      400,
      "malformed_body",
      "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
    ],
    [
      405,
      "method_not_allowed",
      "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n",
    ],
    [408, "malformed_body", "GET / HTTP/1.1\r\nHos"],
    [417, "malformed_body", `${post("/v1/events", ["Expect: tea"])}`],
    [431, "malformed_body", `GET /${long} HTTP/1.1\r\nHost: a\r\n\r\n`],
  ];
  for (const [status, code, request] of calls) {
    const answer = await sendRaw(port, request);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain(`"code":"${code}"`);
  }
  expect(counted()).toEqual({
    answers: { 400: 3, 405: 1, 408: 1, 417: 1, 431: 1 },
    problems: { malformed_body: 6, method_not_allowed: 1 },
  });
});

test("who finds no room is counted", async () => {
  const { counted, port } = await serve({ total: 1, spared: 0 });
  const silent = connect(port, "127.0.0.1");
  await once(silent, "connect");
  expect(await sendRaw(port, "hello\r\n\r\n")).toContain("503 ");
  expect(counted()).toEqual({
    answers: { 503: 1 },
    problems: { overloaded: 1 },
  });
  silent.destroy();
});

test("what came in time and lay unread while the collector was busy is heard", async () => {
  const headersMs = 500;
  const { open, counted, connections, port } = await serve({
    headersMs,
    checkMs: 10,
  });
  const sockets = Array.from({ length: 8 }, () => connect(port, "127.0.0.1"));
  const answers = sockets.map((socket) => text(socket));
  await eventually(async () => expect(await connections()).toBe(8));
  const whole = "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  // After this come the timers that are due, that of Node's check among them, and only then what was sent is read.
  setImmediate(() => {
    for (const [at, socket] of sockets.entries())
      socket.write(at < 7 ? whole : whole.slice(0, -2));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * headersMs);
  });
  const statuses = (await Promise.all(answers)).map((it) => it.slice(9, 12));
  expect(statuses).toEqual([...Array(7).fill("200"), "408"]);
  expect(counted().problems).toEqual({ malformed_body: 1 });
  expect(open.logged.filter(({ level }) => level === "error")).toEqual([]);
});

test("a body that does not come is told so by whoever has begun the request: one answer, one count, one id", async () => {
  const { open, counted, port } = await serve(impatient);
  const begun: [string, string[]][] = [
    ["/v1/events", ["Content-Length: 100"]],
    ["/v1/events", ["Transfer-Encoding: chunked"]],
    ["/v1/conversions", ["Content-Length: 100"]],
    ["/v1/conversions", ["Transfer-Encoding: chunked"]],
  ];
  const ids = [];
  for (const [path, headers] of begun) {
    const answer = await sendRaw(port, post(path, headers), '7\r\n{"site"');
    expect(answer.match(/HTTP\/1.1 \d/g)).toHaveLength(1);
    expect(answer).toMatch(/^HTTP\/1.1 408 .*\r\nconnection: close\r\n/is);
    expect(answer).toContain('"status":408');
    ids.push(idOf(answer));
    expect(answer).toMatch(
      new RegExp(`\r\nenishi-request-id: ${ids.at(-1)}\r\n`, "i"),
    );
  }
  expect(counted()).toEqual({
    answers: { 408: 4 },
    problems: { malformed_body: 4 },
  });
  const told = open.logged.map(({ level, fields }) => ({ level, ...fields }));
  // Of refused beacons of one status, one a second has a line.
  for (const requestId of [ids[0], ids[2], ids[3]])
    expect(told).toContainEqual(
      expect.objectContaining({ level: "info", requestId, status: 408 }),
    );
  expect(told.every(({ level }) => level === "info")).toBe(true);
});

test("a body that is no HTTP is told so by whoever has begun the request", async () => {
  const { counted, port } = await serve();
  const inChunks = post("/v1/conversions", ["Transfer-Encoding: chunked"]);
  const extended = `1;${"x".repeat(20_000)}\r\n`;
  expect(await sendRaw(port, inChunks, extended)).toMatch(/^HTTP\/1.1 413 /);
  expect(await sendRaw(port, inChunks, "tea\r\n")).toMatch(/^HTTP\/1.1 400 /);
  expect(counted()).toEqual({
    answers: { 400: 1, 413: 1 },
    problems: { malformed_body: 1, body_too_large: 1 },
  });
});

test("a body that nobody wanted gets no second answer when it does not come", async () => {
  const { counted, port } = await serve(impatient);
  const answer = await sendRaw(
    port,
    post("/nowhere", ["Content-Length: 100"]),
    "{",
  );
  expect(answer.match(/HTTP\/1.1 \d/g)).toHaveLength(1);
  expect(answer).toContain("404 ");
  expect(counted().answers).toEqual({ 404: 1 });
});

test("who closes their own direction while the answer is made is answered", async () => {
  const listening = await listen("127.0.0.1", 0);
  listening.answerWith(async (_, { incoming }) => {
    await once(incoming?.socket as Socket, "end");
    return new Response("here");
  });
  const socket = connect(listening.port, "127.0.0.1");
  socket.end("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(await text(socket)).toMatch(/^HTTP\/1.1 200 OK\r\n.*here$/s);
  await listening.drain(0);
});

test("a whole request is answered whether or not more can follow, and half a one refused", async () => {
  const { open, counted, port } = await serve();
  const event = { type: "view", surface: "share", at: open.clock.now };
  const events = [{ id: someId(), ...event }];
  const body = JSON.stringify({
    ...{ site: "pk_test", sentAt: open.clock.now, events },
  });
  const request = post("/v1/events", [`Content-Length: ${body.length}`]) + body;
  for (const outcome of ["accepted", "duplicate"]) {
    const socket = connect(port, "127.0.0.1");
    socket.end(outcome === "accepted" ? request : request.repeat(2));
    const answer = await text(socket);
    expect(answer).toContain("202 Accepted");
    expect(answer).toContain(`"${outcome}":1`);
  }
  expect(counted()).toEqual({ answers: { 202: 3 }, problems: {} });
  const socket = connect(port, "127.0.0.1");
  socket.end(request.slice(0, -5));
  expect(await text(socket)).toContain("400 Bad Request");
});

test("what is no HTTP behind whole requests is refused once they are answered", async () => {
  const { open, counted, port } = await serve();
  const event = { type: "view", surface: "share", at: open.clock.now };
  const events = [{ id: someId(), ...event }];
  const body = JSON.stringify({
    ...{ site: "pk_test", sentAt: open.clock.now, events },
  });
  const request = post("/v1/events", [`Content-Length: ${body.length}`]) + body;
  const answer = await sendRaw(port, `${request.repeat(2)}hello\r\n\r\n`);
  expect(answer.match(/HTTP\/1.1 \d+/g)?.map((it) => it.slice(-3))).toEqual([
    ...["202", "202", "400"],
  ]);
  expect(answer).toContain('"accepted":1');
  expect(counted()).toEqual({
    answers: { 202: 2, 400: 1 },
    problems: { malformed_body: 1 },
  });
});

test("an answer that is half told when something wrong comes behind its request is told to its end", async () => {
  const connecting = "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n";
  for (const wrong of ["hi\r\n\r\n", "GET / HTTP/1.1\r\nHos", connecting]) {
    const refused: Refusal[] = [];
    const listening = await listen("127.0.0.1", 0, impatient, (why) =>
      refused.push(why),
    );
    const told = Promise.withResolvers<void>();
    const heard = Promise.withResolvers<void>();
    listening.answerWith((_, { incoming }) => {
      const { server } = (incoming?.socket ?? {}) as { server?: Server };
      for (const told of ["clientError", "connect"])
        server?.once(told, () => heard.resolve());
      const words = new TransformStream<Uint8Array, Uint8Array>();
      const writer = words.writable.getWriter();
      void (async () => {
        await writer.write(Buffer.from("first,"));
        await told.promise;
        await writer.write(Buffer.from("last."));
        await writer.close();
      })();
      return new Response(words.readable);
    });
    const socket = connect(listening.port, "127.0.0.1");
    let answer = "";
    socket.setEncoding("utf8").on("data", (piece) => {
      answer += piece;
    });
    socket.write(`GET / HTTP/1.1\r\nHost: a\r\n\r\n`);
    await expect.poll(() => answer).toContain("first,");
    socket.write(wrong);
    await heard.promise;
    socket.write(wrong);
    told.resolve();
    await once(socket, "close");
    expect(answer).toMatch(/last\.\r\n0\r\n\r\nHTTP\/1.1 40[058] /);
    expect(refused).toHaveLength(1);
    await listening.drain(0);
  }
});
