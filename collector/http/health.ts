import { clientAddress, isLoopback } from "./client-address.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { metricsType, startTime } from "./metrics/figures-of-start.ts";
import type { Gauge } from "./metrics/gauge.ts";
import { metricsOf } from "./metrics/metrics-of.ts";
import { prometheusText } from "./metrics/prometheus-text.ts";
import { Refusal } from "./refusal.ts";
import { siteOfServer } from "./server-calls.ts";

/** `GET /healthz`: the process lives. */
export function healthz(c: HttpContext): Response {
  return c.json({ ok: true });
}

/** `GET /readyz`: it takes work; 503 while it starts or stops, and while its database cannot be read or written. */
export function readyz(collector: Collector) {
  return async (c: HttpContext): Promise<Response> => {
    if (!(await collector.isReady()))
      throw new Refusal("overloaded", "Stopping, or without its database.", {
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
    return c.body(await text(collector), 200, {
      "Content-Type": metricsType,
      "Cache-Control": "no-store",
    });
  };
}

/**
 * A proxy on the same machine would make everybody local; what it forwards is
 * not. One that writes no header of its own hands on its visitors' host, or is
 * said to be there and shows by the header that is missing.
 */
function isLocal({ settings }: Collector, c: HttpContext): boolean {
  const forwarded = c.req.header("x-forwarded-for");
  const socket = c.env?.incoming?.socket.remoteAddress ?? "";
  if ((forwarded !== undefined) !== settings.trustedProxies > 0) return false;
  if (!isLocalName(new URL(c.req.url).hostname)) return false;
  return isLoopback(clientAddress(socket, forwarded, settings.trustedProxies));
}

function isLocalName(hostname: string): boolean {
  return (
    hostname === "localhost" || isLoopback(hostname.replace(/^\[|\]$/g, ""))
  );
}

async function text(collector: Collector): Promise<string> {
  const { counters, gauges } = collector;
  const families = await metricsOf(counters, [
    ...gaugesOf(collector),
    ...gauges,
  ]);
  return prometheusText(families);
}

/** What every collector can tell of itself. */
function gaugesOf({ writer, isReady }: Collector): Gauge[] {
  return [
    {
      name: "enishi_ready",
      help: "1 while it takes work: neither starts nor stops, and its database can be read and written.",
      read: async () => ((await isReady()) ? 1 : 0),
    },
    {
      name: "enishi_writer_queue",
      help: "Commands that wait or are being committed.",
      read: () => writer.depth(),
    },
    {
      name: "process_resident_memory_bytes",
      help: "Memory in use.",
      read: () => process.memoryUsage.rss(),
    },
    startTime,
  ];
}
