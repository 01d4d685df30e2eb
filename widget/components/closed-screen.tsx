import type { Scene } from "../scene.ts";

/** Nothing to send now: the programme is paused or has ended, or the collector cannot be reached. */
export function ClosedScreen(scene: Scene & { retry?(): void }) {
  const { say, status, program, me, go, account } = scene;
  const { retry = account.reload } = scene;
  const hasFailed = status === "failed";
  const what = hasFailed
    ? navigator.onLine
      ? "failed"
      : "offline"
    : program?.state === "paused"
      ? "paused"
      : "ended";
  return (
    <div class="share">
      <section class="card notice" part="card">
        <h2 part="headline" tabIndex={-1}>
          {say("title")}
        </h2>
        <p role={hasFailed ? "alert" : undefined}>{say(what)}</p>
        {hasFailed && (
          <button type="button" class="button" onClick={() => retry()}>
            {say("retry")}
          </button>
        )}
        {me && (
          <button type="button" class="button" onClick={() => go("progress")}>
            {say("progress")}
          </button>
        )}
      </section>
    </div>
  );
}
