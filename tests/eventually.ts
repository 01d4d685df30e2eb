import { vi } from "vitest";

/** Waits until something holds: as long as a busy machine may need for it, so that its speed fails no test. */
export function eventually<Result>(
  holds: () => Result | Promise<Result>,
): Promise<Result> {
  return vi.waitFor(holds, { timeout: 20_000 });
}
