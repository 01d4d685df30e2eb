import type { Counters } from "../counters.ts";
import type { Gauge } from "./gauge.ts";
import type { Family, Sample } from "./prometheus-text.ts";

/** Everything that is counted, and everything that is asked for. */
export async function metricsOf(
  counters: Counters,
  gauges: Gauge[],
): Promise<Family[]> {
  return [
    {
      name: "enishi_events_total",
      help: "Events received, by what became of them.",
      type: "counter",
      samples: Object.entries(counters.events).map(([outcome, value]) => ({
        labels: { outcome },
        value,
      })),
    },
    {
      name: "enishi_events_refused_total",
      help: "Events refused, by why.",
      type: "counter",
      samples: counted(counters.refusedEvents, "code"),
    },
    {
      name: "enishi_clicks_lost_total",
      help: "Links followed whose click could not be stored.",
      type: "counter",
      samples: [{ value: counters.lostClicks }],
    },
    {
      name: "enishi_problems_total",
      help: "Requests refused or failed, by the problem's code.",
      type: "counter",
      samples: counted(counters.problems, "code"),
    },
    {
      name: "enishi_answers_total",
      help: "Requests answered, by status.",
      type: "counter",
      samples: counted(counters.answers, "status"),
    },
    {
      name: "enishi_answer_seconds",
      help: "Time from a request's headers to its answer, by kind of call.",
      type: "histogram",
      samples: [...counters.durations].flatMap(([kind, histogram]) =>
        histogram.samples({ kind }),
      ),
    },
    {
      name: "enishi_commit_seconds",
      help: "Time a group took from the queue's end to the disk.",
      type: "histogram",
      samples: counters.commits.samples(),
    },
    {
      name: "enishi_commands_total",
      help: "Commands that were in these groups.",
      type: "counter",
      samples: [{ value: counters.commands }],
    },
    {
      name: "enishi_job_failures_total",
      help: "Runs of a job that failed, and are tried again.",
      type: "counter",
      samples: counted(counters.jobFailures, "job"),
    },
    ...(await Promise.all(gauges.map(asked))),
  ];
}

function counted(counts: Map<string | number, number>, label: string) {
  return [...counts].map(
    ([key, value]): Sample => ({ labels: { [label]: String(key) }, value }),
  );
}

/** What cannot be told now keeps nobody from the rest. */
async function asked({ name, help, type = "gauge", read }: Gauge) {
  const value = await Promise.resolve()
    .then(read)
    .catch(() => null);
  const samples = value === null ? [] : [{ value }];
  return { name, help, type, samples };
}
