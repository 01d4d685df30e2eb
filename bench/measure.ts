import type { Engine } from "./engines.ts";
import type { LargeDatabase } from "./large-database.ts";
import type { Server } from "./servers.ts";

/** What a figure must keep to. Missing it fails nothing: timing is told, not tested. */
export type Gate = { atLeast: number } | { atMost: number };

/** One row of the table of budgets. */
export interface Figure {
  name: string;
  what: string;
  value: number;
  unit:
    | "of raw"
    | "of empty"
    | "of the middle"
    | "ms"
    | "s"
    | "MB"
    | "events"
    | "bytes"
    // A count, or the sum of layout shifts.
    | "";
  /** The rate behind a share, in requests a second. */
  perSecond?: number;
  /** Half the width of the runs it is the median of, as a share; `null` where there was one run. */
  spread: number | null;
  gate: Gate | null;
  aim: number | null;
}

/** What lies behind the figures. */
export interface Detail {
  title: string;
  head: string[];
  rows: (string | number)[][];
  notes: string[];
}

export interface Measurement {
  figures: Figure[];
  details: Detail[];
}

/** How long and how large; `--quick` shows that it works, and measures little. */
export interface Scale {
  rounds: number;
  secondsARun: number;
  events: number;
  soakSeconds: number;
  overloadSeconds: number;
}

/** What a measure is given. */
export interface Bench {
  engine: Engine;
  scale: Scale;
  /** The servers that do nothing. */
  raw: Server;
  hono: Server;
  /** Names after `--only`; `null` for everything. */
  only: Set<string> | null;
  /** A database with `scale.events` events, filled when it is first asked for. */
  large(): Promise<LargeDatabase>;
  say(text: string): void;
}

export interface Measure {
  name: string;
  /** Names of its figures that `--only` takes too. */
  parts?: string[];
  engines: Engine["name"][];
  run(bench: Bench): Promise<Measurement>;
}

export function isMet({ value, gate }: Figure): boolean {
  if (!gate) return true;
  return "atLeast" in gate ? value >= gate.atLeast : value <= gate.atMost;
}
