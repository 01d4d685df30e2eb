import { attempt } from "./attempt.ts";

/** Dispatches `enishi:<name>` on the document. */
export function announce(name: string, detail: unknown = {}): void {
  // Old libraries replace CustomEvent and dispatchEvent.
  attempt(() =>
    document.dispatchEvent(new CustomEvent(`enishi:${name}`, { detail })),
  );
}
