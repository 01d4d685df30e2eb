import { globSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type CollectorProcess,
  keys,
  shopOrigin,
  startCollector,
} from "../collector-process.ts";
import { isLongRun, seedOfRun } from "../long-run.ts";
import { parsePrometheus } from "../parse-prometheus.ts";
import { eventId, signToken, siteApi } from "../site-api.ts";
import { tellProgress } from "../tell-progress.ts";
import { chanceFrom } from "./chance.ts";
import {
  type MadeUpRequest,
  type Means,
  madeUpRequest,
  type OpenApi,
} from "./made-up-request.ts";

/** What PostgreSQL may refuse that SQLite takes is found by fewer: the rest of the collector is the same. */
const inOneRun = process.env.ENISHI_TEST_ENGINE === "postgres" ? 1_500 : 5_000;
const count = isLongRun ? 100_000 : inOneRun;
/** The same requests each time, but for long runs. */
const seed = seedOfRun ?? (isLongRun ? Date.now() % 1e9 : 6);
const megabyte = 1 << 20;

let collector: CollectorProcess;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

beforeAll(async () => {
  // What is asked for is what is kept: garbage that nobody has collected yet is no leak.
  const collect = `process.on("SIGUSR2",()=>gc())`;
  collector = await startCollector({
    env: {
      NODE_OPTIONS: `--expose-gc --import=data:text/javascript,${encodeURIComponent(collect)}`,
    },
  });
});
afterAll(async () => {
  agent.destroy();
  await collector?.end("SIGKILL");
});

test(`${count} requests made up from the description and from golden messages: never an internal error, never a crash, and no more memory`, {
  timeout: count * 20 + 30_000,
}, async () => {
  const means = await meansOf(collector);
  const api = await (await fetch(`${collector.url}/openapi.json`)).json();
  const chance = chanceFrom(seed);
  const wrong: unknown[] = [];
  const statuses = new Map<number, number>();
  let sent = 0;
  const answered = tellProgress(count, "requests");
  let afterQuarter = 0;
  const sender = async () => {
    while (sent < count && !wrong.length) {
      sent += 1;
      // Caches and the compiler's own have filled by then.
      if (sent === Math.floor(count / 4)) afterQuarter = await memory();
      const made = madeUpRequest(chance, api as OpenApi, means);
      const { status, answer } = await send(made);
      answered();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500) wrong.push({ seed, made, status, answer });
    }
  };
  await Promise.all(Array.from({ length: 16 }, sender));
  expect(wrong, collector.output().slice(-3_000)).toEqual([]);
  expect((await fetch(`${collector.url}/readyz`)).status).toBe(200);
  // Both what is right and what is wrong came through.
  for (const status of [200, 201, 202, 400, 401, 404])
    expect([...statuses.keys()]).toContain(status);
  const grown = (await memory()) - afterQuarter;
  process.stdout.write(`Grown by ${Math.round(grown / megabyte)} MB.\n`);
  expect(grown).toBeLessThan(30 * megabyte);
  // What they did leave adds up.
  expect((await figures()).value("enishi_ledger_imbalance")).toBe(0);
  expect(await collector.end("SIGTERM")).toBe(0);
});

function send({ method, path, headers, body }: MadeUpRequest) {
  return new Promise<{ status: number; answer: string }>((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port: collector.port, method, path, headers, agent },
      async (answer) =>
        resolve({
          status: answer.statusCode ?? 0,
          answer: (await text(answer)).slice(0, 500),
        }),
    );
    asked.on("error", (error) =>
      reject(new Error(`${method} ${path}: ${error}`, { cause: error })),
    );
    asked.end(body ?? undefined);
  });
}

async function figures() {
  const answer = await fetch(`${collector.url}/metrics`);
  return parsePrometheus(await answer.text());
}

/** What is still in use once all garbage is collected. */
async function memory() {
  process.kill(collector.pid, "SIGUSR2");
  // Answered in a turn after the signal's.
  await figures();
  return (await figures()).value("process_resident_memory_bytes");
}

/** A site on which there is something of everything, so that not all is unknown. */
async function meansOf(of: CollectorProcess): Promise<Means> {
  const api = siteApi(of);
  const hanako = await api.putMember("hanako", { email: "hanako@example.com" });
  const sale = await api.convert({
    type: "sale",
    orderId: "known-order",
    amountMinor: 50_000,
    currency: "JPY",
    customer: { id: "taro" },
    code: hanako.code,
  });
  const token = await signToken("member", { sub: "hanako" });
  const order = {
    type: "sale",
    orderId: "signed",
    amountMinor: 1,
    currency: "JPY",
  };
  const conversion = await signToken("conversion", { ...order, sub: "saki" });
  const joined = await api.asPage<{ token: string }>("POST", "/v1/members", {
    site: keys.site,
    token,
  });
  const golden = globSync("sdk/protocol/fixtures/*.json").map((file) => ({
    ...JSON.parse(readFileSync(file, "utf8")),
    site: keys.site,
    sentAt: Date.now(),
  }));
  return {
    golden,
    origin: shopOrigin,
    bearers: [keys.secret, joined.body.token, token, "sk_wrong", "\u00e9"],
    known: [
      ...["hanako", "taro", "default", "known-order", "order:known-order"],
      ...["JPY", "USD", "sale", "lead", "hanako@example.com", "Asia/Tokyo"],
      ...[hanako.id, hanako.code, hanako.code, sale.body.id],
      ...sale.body.rewards.map(({ id }) => id),
      ...[keys.site, keys.site, keys.site, token, conversion, eventId()],
      ...["https://nobody.invalid/hooks", `${shopOrigin}/`, "gift", "points"],
    ],
  };
}
