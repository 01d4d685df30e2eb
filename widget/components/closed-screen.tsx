import type { Scene } from "../scene.ts";

/** Nothing to send now: the programme is paused or has ended, or the collector cannot be reached. */
export function ClosedScreen(scene: Scene & { retry?(): Promise<void> }) {
  const { say, status, program, me, go, account, element } = scene;
  const { retry = account.reload } = scene;
  // The button that had the focus goes: the focus moves to the heading of what comes.
  const tryAgain = async () => {
    await retry();
    go(element.surface);
  };
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
          <button type="button" class="button" onClick={tryAgain}>
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
