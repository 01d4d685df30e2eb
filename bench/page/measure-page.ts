import type { Figure, Gate, Measurement } from "../measure.ts";
import { median, spread } from "../median.ts";
import type { Variant } from "./bench-shop.ts";
import { pageCosts } from "./page-costs.ts";
import type { Visit } from "./visit-page.ts";

const slowdown = 4;

/** What a page feels of us, in Chromium on a slowed processor, against the same page without us. */
export async function measurePage(rounds: number): Promise<Measurement> {
  const visits = await pageCosts({ rounds, slowdown });
  // Chromium slows a thread from another one: on a busy machine that one comes late, and slows it by far more.
  const asItIs = await pageCosts({
    rounds: Math.min(rounds, 3),
    slowdown: 1,
  });
  const { bare, tracker, referred, widget } = visits;
  const all = [...tracker, ...referred, ...widget];
  const over = (with_: Visit[], without: Visit[]) =>
    with_.map((visit, n) => visit.all - (without[n]?.all ?? 0));
  return {
    figures: [
      figure("tracker", "main thread, tracker", {
        values: tracker.map(({ ours }) => ours),
        unit: "ms",
        gate: { atMost: 10 },
      }),
      figure("referred", "main thread, tracker, friend referred", {
        values: referred.map(({ ours }) => ours),
        unit: "ms",
        gate: { atMost: 10 },
      }),
      figure("widget", "main thread, widget's first screen", {
        values: widget.map(({ ours }, n) => ours - (tracker[n]?.ours ?? 0)),
        unit: "ms",
        gate: { atMost: 50 },
      }),
      worst("long-tasks", "long tasks caused", all, {
        of: ({ long }) => long,
      }),
      worst("shift", "layout shift caused", all, {
        of: ({ shift }) => shift,
      }),
      worst(
        "requests",
        "requests for nobody's friend, but the script",
        tracker,
        {
          of: ({ requests }) => requests.length - 1,
        },
      ),
      worst("traces", "cookies and storage for nobody's friend", tracker, {
        of: ({ traces }) => traces,
      }),
      worst("before-load", "requests before load, but the script", tracker, {
        of: ({ beforeLoad }) => beforeLoad.length - 1,
      }),
    ],
    details: [
      {
        title: "What a page feels",
        head: [
          "",
          "our tasks, ms",
          "the longest, ms",
          "our tasks, not slowed",
          "all tasks, ms",
          "more than bare, ms",
          "shift",
          "requests",
          "before load",
        ],
        rows: (Object.keys(visits) as Variant[]).map((variant) => {
          const of = visits[variant];
          const middle = (read: (visit: Visit) => number, from = of) =>
            Math.round(median(from.map(read)) * 100) / 100;
          return [
            names[variant],
            middle(({ ours }) => ours),
            middle(({ longest }) => longest),
            middle(({ ours }) => ours, asItIs[variant]),
            middle(({ all }) => all),
            Math.round(median(over(of, bare)) * 100) / 100,
            middle(({ shift }) => shift),
            middle(({ requests }) => requests.length),
            middle(({ beforeLoad }) => beforeLoad.length),
          ];
        }),
        notes: [
          `Chromium, ${rounds} loads of each in turns, nothing cached, processor slowed ${slowdown} times (DevTools), a screen of 412 by 915. Medians. Our tasks are those of the main thread in which one of our scripts was compiled or ran, by Chromium's own trace, counted in processor time. Where they are far more than ${slowdown} times what they are unslowed, the machine was busy and the slowing itself was late: measure again.`,
        ],
      },
    ],
  };
}

const names: Record<Variant, string> = {
  bare: "the page by itself",
  tracker: "with the script, nobody referred",
  referred: "with the script, a friend referred",
  widget: "with the share screen, its place held",
  unheld: "with the share screen, no place held",
};

function figure(
  name: string,
  what: string,
  {
    values,
    unit,
    gate,
  }: { values: number[]; unit: Figure["unit"]; gate: Gate },
): Figure {
  return {
    name: `page-${name}`,
    what,
    value: median(values),
    unit,
    spread: spread(values),
    gate,
    aim: null,
  };
}

/** What must never happen is told by the worst load. */
function worst(
  name: string,
  what: string,
  visits: Visit[],
  { of }: { of: (visit: Visit) => number },
): Figure {
  return {
    ...figure(name, what, { values: [], unit: "", gate: { atMost: 0 } }),
    value: Math.max(...visits.map(of)),
  };
}
