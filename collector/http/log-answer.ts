import type { Log } from "./collector.ts";

/** One line for an answer. The route, not the address: addresses hold codes, tokens and people's ids. */
export function logAnswer(
  log: Log,
  {
    startedAt,
    ...said
  }: {
    requestId: string;
    method: string;
    route: string;
    status: number;
    startedAt: number;
  },
): void {
  const { status } = said;
  const ms = Math.round(performance.now() - startedAt);
  log[status < 400 ? "debug" : status < 500 ? "info" : "error"](
    { ...said, ms },
    "answered",
  );
}
