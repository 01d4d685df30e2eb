import { afterAll, beforeAll } from "vitest";
import { openWorld, type World, type WorldOptions } from "./world.ts";

/** A world for all tests of a file or a `describe`: opened before the first, closed after the last. By itself its shop is the pages of `tests/e2e/pages`. */
export function worldOfTests({
  shop = { home: "plain.html" },
  ...options
}: Partial<WorldOptions> = {}): World {
  let opened: World | undefined;
  beforeAll(async () => {
    opened = await openWorld({ shop, ...options });
  });
  afterAll(() => opened?.close());

  function world(): World {
    if (opened) return opened;
    throw new Error("Expected a test or a hook to ask: no world is open yet.");
  }
  return {
    get api() {
      return world().api;
    },
    get collector() {
      return world().collector;
    },
    get door() {
      return world().door;
    },
    device: (options) => world().device(options),
    stored: (query, ...values) => world().stored(query, ...values),
    close: () => world().close(),
  };
}
