import type { Gauge } from "./gauge.ts";
import { prometheusText } from "./prometheus-text.ts";

const startedAt = Math.round(performance.timeOrigin / 1_000);

/** Since when the process lives, for every answer of `/metrics`. */
export const startTime: Gauge = {
  name: "process_start_time_seconds",
  help: "When the process was started, in seconds since 1970.",
  read: () => startedAt,
};

/** What is told of a collector that is not ready yet, to anybody: that it lives, and is not ready. */
export function figuresOfStart(): Response {
  const { name, help } = startTime;
  const text = prometheusText([
    {
      name: "enishi_ready",
      help: "1 while it takes work; it is still starting.",
      type: "gauge",
      samples: [{ value: 0 }],
    },
    { name, help, type: "gauge", samples: [{ value: startedAt }] },
  ]);
  return new Response(text, {
    headers: {
      "Content-Type": metricsType,
      "Cache-Control": "no-store",
    },
  });
}

/** Prometheus' text form. */
export const metricsType = "text/plain; version=0.0.4; charset=utf-8";
