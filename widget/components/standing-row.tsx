import type { ComponentChildren } from "preact";
import { day } from "../day.ts";
import type { ReceiptProps, Scene } from "../scene.ts";

interface RowProps extends Omit<ReceiptProps, keyof Scene> {
  scene: Scene;
  title: string;
  /** Beside the title. */
  tag?: ComponentChildren;
  at?: number;
  /** Why it waits, or does not count. */
  standing?: string;
}

/** A date, then sentences. */
const separators = ["", " · ", " "];

/** A friend or reward on two lines, which open to its receipt. */
export function StandingRow(props: RowProps) {
  const { scene, title, tag, at, standing, ...what } = props;
  const { say, state, set } = scene;
  const [newest] = what.disputes;
  const Receipt = state.receipt?.default;
  // Offline it stays empty until it is opened again.
  const load = () =>
    import("./receipt.tsx").then(
      (receipt) => set({ receipt }),
      () => {},
    );
  const lines = [
    at && <time>{day(say.language, at)}</time>,
    standing,
    newest && (
      <span class="asked">
        {say(newest.state === "open" ? "isAsked" : "isAnswered")}
      </span>
    ),
  ].filter(Boolean);
  return (
    <details part="receipt" onToggle={load}>
      <summary>
        <b>{title}</b> {tag}
        <span class="hint">
          {lines.map((line, index) => [separators[index], line])}
        </span>
      </summary>
      {Receipt && <Receipt {...scene} {...what} />}
    </details>
  );
}
