import type { Figure, Gate, Measurement } from "../measure.ts";
import { median, spread } from "../median.ts";
import type { Variant } from "./bench-shop.ts";
import { pageCosts } from "./page-costs.ts";
import type { Visit } from "./visit-page.ts";

const slowdown = 4;

/**
 * What a page feels of us, in Chromium on a processor four times slower, against the same page without us. Time is
 * reckoned from loads at full speed: DevTools slows a thread by keeping it busy from another one, and where others
 * take the core meanwhile, by far more than it was asked for.
 */
export async function measurePage(rounds: number): Promise<Measurement> {
  const visits = await pageCosts({ rounds, slowdown: 1 });
  const slowed = await pageCosts({ rounds, slowdown });
  const { tracker, referred, widget } = visits;
  const all = [...slowed.tracker, ...slowed.referred, ...slowed.widget];
  const middle = (of: Visit[], read: (visit: Visit) => number) =>
    Math.round(median(of.map(read)) * 100) / 100;
  const total = ({ all }: Visit) => all;
  const bareOf = (from: typeof visits) => middle(from.bare, total);
  const reached = bareOf(slowed) / bareOf(visits);
  return {
    figures: [
      figure("tracker", "main thread, tracker", {
        values: tracker.map(({ ours }) => slowdown * ours),
        unit: "ms",
        gate: { atMost: 10 },
      }),
      figure("referred", "main thread, tracker, friend referred", {
        values: referred.map(({ ours }) => slowdown * ours),
        unit: "ms",
        gate: { atMost: 10 },
      }),
      figure("widget", "main thread, widget's first screen", {
        values: widget.map(
          ({ ours }, n) => slowdown * (ours - (tracker[n]?.ours ?? 0)),
        ),
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
          "ours at full speed, ms",
          "four times that",
          "ours, slowed by DevTools",
          "the longest there",
          "all tasks at full speed",
          "more than bare",
          "shift",
          "requests",
          "before load",
        ],
        rows: (Object.keys(visits) as Variant[]).map((variant) => {
          const of = visits[variant];
          const late = slowed[variant];
          const ours = middle(of, (visit) => visit.ours);
          const whole = middle(of, total);
          return [
            names[variant],
            ours,
            Math.round(slowdown * ours * 100) / 100,
            middle(late, (visit) => visit.ours),
            middle(late, ({ longest }) => longest),
            whole,
            Math.round((whole - bareOf(visits)) * 100) / 100,
            middle(late, ({ shift }) => shift),
            middle(late, ({ requests }) => requests.length),
            middle(late, ({ beforeLoad }) => beforeLoad.length),
          ];
        }),
        notes: [
          `Chromium, ${rounds} loads of each in turns at full speed, and ${rounds} with the processor slowed ${slowdown} times by DevTools; nothing cached, a screen of 412 by 915, the script as the README has it (without data-consent, a friend's page asks for the site's setting too). Medians, in processor time of the main thread, by Chromium's own trace. Ours are the tasks in which one of our scripts was compiled or ran, whole; of the task that ends the page's loading, which every page has, only what told us. The budget is held against ${slowdown} times what they take at full speed: asked for ${slowdown} times, DevTools slowed the bare page's own tasks ${Math.round(reached * 10) / 10} times here. The control is the same script, loaded and compiled, of which nothing runs: what is more than bare there, the browser takes for any script.`,
        ],
      },
    ],
  };
}

const names: Record<Variant, string> = {
  bare: "the page by itself",
  inert: "control: the script, not run",
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
