import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import {
  type CollectorProcess,
  startCollector,
  temporaryFolder,
} from "../../tests/collector-process.ts";
import { eventId, siteApi } from "../../tests/site-api.ts";
import { openDialect } from "../fill-dialect.ts";
import type { OpenLoad, OpenMeasured } from "../load/open-loop.ts";
import type { Measure } from "../measure.ts";
import { eventRequest } from "../requests.ts";
import { runLoad } from "../run-load.ts";

/** As many browsers as wait at once: nearly as many as the collector lets in. */
const connections = 7_000;
/** An answer in this time is a normal one. */
const normalMs = 100;

/** Twice what it can take, from clients that do not wait. */
export const overload: Measure = {
  name: "overload",
  engines: ["sqlite", "postgres"],
  async run({ engine, scale, say }) {
    const database = await engine.newDatabase();
    const collector = await startCollector({ database });
    const request = eventRequest();
    // With so many at once commits are as large as they get: this is the most that it takes.
    const closed = { request, expected: [202], connections: 1_000 };
    const { secondsARun: seconds } = scale;
    // Before it is warm a busy machine may refuse some of them.
    await runLoad(collector, { ...closed, expected: [202, 503], seconds });
    const { perSecond } = await runLoad(collector, { ...closed, seconds });
    const acceptedIds = join(temporaryFolder(), "accepted");
    const measured = await openLoop({
      port: collector.port,
      perSecond: 2 * perSecond,
      seconds: scale.overloadSeconds,
      connections,
      request,
      acceptedIds,
    });
    const recovery = await secondsToNormal(collector);
    await collector.end("SIGTERM");
    const lost = await lostOf(database, acceptedIds);
    say(
      `  ${JSON.stringify(measured)}, ${lost} lost, normal after ${recovery} s`,
    );
    const { "202": accepted = 0, "503": refused = 0 } = measured.statuses;
    const others =
      Object.values(measured.statuses).reduce((sum, n) => sum + n, 0) -
      accepted -
      refused;
    const during = `twice the capacity for ${scale.overloadSeconds} s`;
    return {
      figures: [
        {
          name: "overload-refusals",
          what: refused
            ? `${during}: 99 of 100 refusals (503) within`
            : `${during}: nobody refused, 99 of 100 answered within`,
          value: refused ? measured.refusedP99Ms : measured.acceptedP99Ms,
          unit: "ms",
          spread: null,
          gate: { atMost: 1_000 },
          aim: null,
        },
        {
          name: "overload-others",
          what: `${during}: neither taken nor refused with \`Retry-After\``,
          value: others + measured.unanswered + measured.withoutRetryAfter,
          unit: "events",
          spread: null,
          gate: { atMost: 0 },
          aim: null,
        },
        {
          name: "overload-lost",
          what: `${during}: accepted and not stored`,
          value: lost,
          unit: "events",
          spread: null,
          gate: { atMost: 0 },
          aim: null,
        },
        {
          name: "overload-recovery",
          what: `${during}: normal again after`,
          value: recovery,
          unit: "s",
          spread: null,
          gate: { atMost: 5 },
          aim: null,
        },
      ],
      details: [
        {
          title: "Overload",
          head: ["", "", ""],
          rows: [
            [
              "capacity, 1,000 connections that wait for their answers",
              Math.round(perSecond),
              "requests/s",
            ],
            ["sent", Math.round(2 * perSecond), "requests/s"],
            [
              "accepted",
              Math.round(accepted / scale.overloadSeconds),
              `requests/s, ${Math.round((accepted / scale.overloadSeconds / perSecond) * 100)} % of the capacity`,
            ],
            [
              "99 of 100 accepted within",
              Math.round(measured.acceptedP99Ms),
              "ms",
            ],
            [
              "refused, 503",
              Math.round(refused / scale.overloadSeconds),
              "requests/s",
            ],
            ["half of them within", Math.round(measured.refusedP50Ms), "ms"],
            [
              "99 of 100 of them within",
              Math.round(measured.refusedP99Ms),
              "ms",
            ],
            [
              "the slowest of them",
              Math.round(measured.refusedLongestMs),
              "ms",
            ],
            [
              "refused without `Retry-After`",
              measured.withoutRetryAfter,
              "requests",
            ],
            ["other answers", others, "requests"],
            ["unanswered", measured.unanswered, "requests"],
          ],
          notes: [
            `Up to ${connections.toLocaleString("en")} browsers at once, 3,000 of them there before, from addresses of their own, each request at an instant fixed before; times count from that instant (coordinated omission). The load took ${Math.round(measured.cpuShare * 100)} % of a core of the same machine, and was ${Math.round(measured.sentLateMs)} ms behind its own clock at worst. Normal is an answer 202 within ${normalMs} ms, ten times in a row.`,
          ],
        },
      ],
    };
  },
};

async function openLoop(load: OpenLoad): Promise<OpenMeasured> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, "../load/open-loop.ts"),
    JSON.stringify(load),
  ]);
  return JSON.parse(stdout) as OpenMeasured;
}

/** Until the first of ten normal answers in a row. */
async function secondsToNormal(collector: CollectorProcess): Promise<number> {
  const since = performance.now();
  let normal: number[] = [];
  while (normal.length < 10) {
    const at = performance.now();
    if (at - since > 60_000) return Number.POSITIVE_INFINITY;
    const answer = await siteApi(collector)
      .send([{ id: eventId(), at: Date.now(), type: "custom", name: "probe" }])
      .catch(() => null);
    const isNormal =
      answer?.status === 202 && performance.now() - at < normalMs;
    normal = isNormal ? [...normal, at] : [];
    await pause(20);
  }
  return ((normal[0] ?? since) - since) / 1000;
}

/** Accepted ids that the database does not have. */
async function lostOf(database: string, file: string): Promise<number> {
  const accepted = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const dialect = await openDialect(database);
  const rows = await dialect.rows<{ id: string }>("select id from events");
  await dialect.close();
  const stored = new Set(rows.map(({ id }) => id));
  return accepted.filter((id) => !stored.has(id)).length;
}
