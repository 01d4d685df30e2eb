import type { Log } from "./collector.ts";
import { logAnswer } from "./log-answer.ts";
import { onceASecond } from "./once-a-second.ts";

/** Whoever likes can send what is refused: of each status one a second has a line, and the rest are counted. */
export function refusalsTold(
  log: Log,
  line: { method: string; route: string },
) {
  const byStatus = new Map<number, ReturnType<typeof onceASecond>>();
  return (said: { requestId: string; status: number; startedAt: number }) => {
    const { status } = said;
    // Each of these has a line already, with what was thrown.
    if (status === 500) return;
    let sparingly = byStatus.get(status);
    if (!sparingly) {
      sparingly = onceASecond((count) =>
        log[status < 500 ? "info" : "error"](
          { ...line, status, count },
          "answered so, besides",
        ),
      );
      byStatus.set(status, sparingly);
    }
    sparingly(() => logAnswer(log, { ...line, ...said }));
  };
}
