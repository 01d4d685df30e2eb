import { monitorEventLoopDelay } from "node:perf_hooks";
import { readOutbox } from "./actions/read-outbox.ts";
import { readClockAhead } from "./actions/watch-clock.ts";
import type { Reading } from "./actions/work.ts";
import type { Gauge } from "./http/metrics/gauge.ts";
import type { LedgerFigures } from "./jobs/check-ledger.ts";

/** What `/metrics` tells of the process, its database and its jobs. */
export function processGauges({
  reading,
  ledger,
  soundness,
  databaseBytes,
  diskFreeBytes,
  connections,
}: {
  reading: Reading;
  ledger(): LedgerFigures;
  soundness(): number | null;
  databaseBytes(): Promise<number | null>;
  diskFreeBytes(): Promise<number | null>;
  connections(): Promise<number>;
}): Gauge[] {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return [
    {
      name: "enishi_outbox_messages",
      help: "Webhook messages that are not delivered yet.",
      read: async () => (await readOutbox(reading)).waiting,
    },
    {
      name: "enishi_outbox_age_seconds",
      help: "How long the oldest of them has waited.",
      read: async () => (await readOutbox(reading)).oldestMs / 1_000,
    },
    {
      name: "enishi_ledger_imbalance",
      help: "Minor units by which rewards differ from the ledger's sums; 0 unless something is wrong.",
      read: () => ledger().imbalanceMinor,
    },
    {
      name: "enishi_ledger_checked_total",
      type: "counter",
      help: "Rewards compared with the ledger.",
      read: () => ledger().checked,
    },
    {
      name: "enishi_ledger_rounds_total",
      type: "counter",
      help: "Rounds in which every reward was compared.",
      read: () => ledger().rounds,
    },
    {
      name: "enishi_database_sound",
      help: "0 where the check behind the start has found damage; told once it is over, and not for PostgreSQL.",
      read: soundness,
    },
    {
      name: "enishi_database_bytes",
      help: "Size of the database, its log included.",
      read: databaseBytes,
    },
    {
      name: "enishi_disk_free_bytes",
      help: "Room left where the database lies; not for PostgreSQL.",
      read: diskFreeBytes,
    },
    {
      name: "enishi_clock_ahead_seconds",
      help: "By how much the clock is ahead of what the database knows of the time.",
      read: async () => {
        const ms = await readClockAhead(reading);
        return ms === null ? null : ms / 1_000;
      },
    },
    {
      name: "enishi_connections",
      help: "Connections that are open.",
      read: connections,
    },
    {
      name: "enishi_event_loop_delay_seconds",
      help: "The longest that the event loop was held up since the last look.",
      read() {
        const longest = delay.max / 1e9;
        delay.reset();
        return longest;
      },
    },
  ];
}
