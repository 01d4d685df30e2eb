import { clientAddress, isLoopback } from "./client-address.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { Refusal } from "./refusal.ts";
import { siteOfServer } from "./server-calls.ts";

/** `GET /healthz`: the process lives. */
export function healthz(c: HttpContext): Response {
  return c.json({ ok: true });
}

/** `GET /readyz`: it takes work; 503 while it starts or stops. */
export function readyz(collector: Collector) {
  return (c: HttpContext): Response => {
    if (!collector.isReady())
      throw new Refusal("overloaded", "Starting or stopping.", {
        headers: { "Retry-After": "2" },
      });
    return c.json({ ready: true });
  };
}

/** `GET /metrics`, in Prometheus' text form, for this machine or with an API key. */
export function metrics(collector: Collector) {
  return async (c: HttpContext): Promise<Response> => {
    if (!isLocal(collector, c) && !(await siteOfServer(collector, c)))
      throw new Refusal(
        "bad_key",
        'Expected a call from this machine, or "Authorization: Bearer sk_...".',
        { headers: { "WWW-Authenticate": "Bearer" } },
      );
    return c.body(text(collector), 200, {
      "Content-Type": "text/plain; version=0.0.4; charset=utf-8",
      "Cache-Control": "no-store",
    });
  };
}

/** A proxy on the same machine would make everybody local; what it forwards is not. */
function isLocal({ settings }: Collector, c: HttpContext): boolean {
  const forwarded = c.req.header("x-forwarded-for");
  const socket = c.env?.incoming?.socket.remoteAddress ?? "";
  if (forwarded !== undefined && settings.trustedProxies === 0) return false;
  return isLoopback(clientAddress(socket, forwarded, settings.trustedProxies));
}

function text({ counters, writer }: Collector): string {
  const events = Object.entries(counters.events).map(
    ([outcome, count]) => `enishi_events_total{outcome="${outcome}"} ${count}`,
  );
  const answers = [...counters.answers].map(
    ([status, count]) => `enishi_answers_total{status="${status}"} ${count}`,
  );
  return [
    "# HELP enishi_events_total Events received, by what became of them.",
    "# TYPE enishi_events_total counter",
    ...events,
    "# HELP enishi_answers_total Requests answered, by status.",
    "# TYPE enishi_answers_total counter",
    ...answers,
    "# HELP enishi_writer_queue Commands that wait or are being committed.",
    "# TYPE enishi_writer_queue gauge",
    `enishi_writer_queue ${writer.depth()}`,
    "# HELP process_resident_memory_bytes Memory in use.",
    "# TYPE process_resident_memory_bytes gauge",
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    "",
  ].join("\n");
}
