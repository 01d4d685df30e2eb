import { keys, startCollector } from "../../tests/collector-process.ts";
import type { Measure } from "../measure.ts";
import { median } from "../median.ts";
import { ownerSession } from "../owner-session.ts";

const dayMs = 86_400_000;
const times = 7;

/** What an owner and a shop's server ask of a database that has grown. */
export const reports: Measure = {
  name: "reports",
  engines: ["sqlite", "postgres"],
  async run({ engine, large, say }) {
    const { database, events, members, orders, bytes } = await large();
    const collector = await startCollector({ database });
    const asServer = { Authorization: `Bearer ${keys.secret}` };
    const asOwner = await ownerSession(collector);
    const rows: { path: string; first: number; later: number[] }[] = [];
    for (const path of paths(Date.now())) {
      const headers = path.startsWith("/owner") ? asOwner : asServer;
      const first = await msOf(collector.url + path, headers);
      const later: number[] = [];
      for (let n = 0; n < times; n++)
        later.push(await msOf(collector.url + path, headers));
      say(`  ${path}: ${median(later).toFixed(1)} ms`);
      rows.push({ path, first, later });
    }
    await collector.end("SIGTERM");
    const slowest = Math.max(...rows.map(({ later }) => median(later)));
    return {
      figures: [
        {
          name: "reports",
          what: `the slowest of ${rows.length} reports over ${events.toLocaleString("en")} events`,
          value: slowest,
          unit: "ms",
          spread: null,
          gate: { atMost: engine.name === "sqlite" ? 300 : 500 },
          aim: null,
        },
        {
          name: "disk",
          what: "on the disk for an event, with its indexes and its share of all the rest",
          value: bytes / events,
          unit: "bytes",
          spread: null,
          gate: null,
          aim: null,
        },
      ],
      details: [
        {
          title: "Reports",
          head: ["", "median ms", "slowest ms", "first ms"],
          rows: rows.map(({ path, first, later }) => [
            `\`GET ${path.replaceAll(/=\d{13}/g, "=…")}\``,
            median(later).toFixed(1),
            Math.max(...later).toFixed(1),
            first.toFixed(1),
          ]),
          notes: [
            `${times} times each after a first, one at a time, over ${events.toLocaleString("en")} events of a year, ${members.toLocaleString("en")} members and ${orders.toLocaleString("en")} orders. \`from\` and \`to\` stand for days that end at no full hour.`,
          ],
        },
      ],
    };
  },
};

function paths(now: number): string[] {
  const span = `from=${now - 90 * dayMs - 1}&to=${now - 3 * dayMs + 1}`;
  const year = new Date(now).getUTCFullYear();
  return [
    "/v1/reports/funnel",
    "/v1/reports/funnel?program=default",
    `/v1/reports/funnel?${span}`,
    `/v1/reports/funnel?program=default&${span}`,
    "/v1/members",
    "/v1/members?query=filled-77",
    "/v1/conversions",
    "/v1/conversions?orderId=sale-77",
    "/v1/rewards",
    "/v1/rewards?state=confirmed",
    "/v1/rewards?state=void",
    "/v1/referrals?stage=sale",
    `/v1/payouts/totals?year=${year}`,
    "/v1/audit",
    "/owner",
    "/owner?program=default",
    "/owner/queue",
    "/owner/queue/held",
    "/owner/queue/unmatched",
    "/owner/orders",
    "/owner/orders?id=sale-77",
    "/owner/members",
    "/owner/members?query=filled-77",
    "/owner/rewards",
    "/owner/rewards?state=confirmed",
    "/owner/payouts",
    `/owner/payouts/totals?year=${year}`,
    "/owner/install",
    "/owner/program",
    "/owner/audit",
  ];
}

async function msOf(
  url: string,
  headers: Record<string, string>,
): Promise<number> {
  const before = performance.now();
  const answer = await fetch(url, { headers, redirect: "manual" });
  await answer.arrayBuffer();
  if (answer.status !== 200)
    throw new Error(`Expected ${url} to answer 200, and got ${answer.status}.`);
  return performance.now() - before;
}
