import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { accepted, newVisitor, visitPage } from "./test-visit.ts";

const [foreign, ours] = ["BCDF2345", "7K9M2QXB"];

beforeEach(newVisitor);
afterEach(newVisitor);

test.each([`?via=${foreign}#via=${ours}`, `?via=${foreign}&ref=${ours}`])(
  "of several that look like codes the first that the collector knows counts: %s",
  async (address) => {
    const visit = visitPage("");
    visit.collector.answer = (url, init) =>
      url.endsWith("/codes/check")
        ? Response.json({ valid: `${init?.body}`.includes(ours), code: ours })
        : accepted();
    // As a single-page app would change it.
    history.replaceState(null, "", location.pathname + address);
    dispatchEvent(new PopStateEvent("popstate"));
    await eventually(() => expect(visit.batches()).toHaveLength(1));
    expect(visit.batches()[0]?.events).toMatchObject([
      { type: "click", code: ours },
    ]);
    // Only what was ours leaves the address.
    await eventually(() => expect(location.href).not.toContain(ours));
    expect(location.search).toBe(`?via=${foreign}`);
  },
);
