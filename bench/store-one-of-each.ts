import { startCollector } from "../tests/collector-process.ts";
import { eventId, siteApi } from "../tests/site-api.ts";
import { openProgram } from "./requests.ts";

/** Every table's first rows, by the collector's own hand. */
export async function storeOneOfEach(database: string): Promise<void> {
  const collector = await startCollector({ database });
  const { code } = await openProgram(collector, { leadsEarn: "points" });
  const api = siteApi(collector);
  const at = Date.now();
  const { body } = await api.send([
    { id: eventId(), at, type: "view", surface: "inline", code },
    { id: eventId(), at, type: "share", code, channel: "line" },
    { id: eventId(), at, type: "copy", code },
    { id: eventId(), at, type: "click", code, channel: "line" },
    {
      ...{ id: eventId(), at, type: "custom", name: "product_viewed" },
      props: { product: "nambu-iron-kettle", category: "ironware" },
    },
  ]);
  const settle = async (id: string, how: "confirmation" | "payment") => {
    const answer = await api.asServer("POST", `/v1/rewards/${id}/${how}`);
    if (answer.status !== 200)
      throw new Error(
        `Expected ${how} of ${id}, and got ${JSON.stringify(answer.body)}.`,
      );
  };
  if (body.accepted !== 5)
    throw new Error(
      `Expected 5 events to be accepted, and got ${JSON.stringify(body)}.`,
    );
  const customer = { id: "friend" };
  const lead = await api.convert({
    ...{ type: "lead", orderId: "lead", customer, code },
  });
  const sale = await api.convert({
    ...{ type: "sale", orderId: "sale", customer, code },
    ...{ amountMinor: 100_000, currency: "JPY" },
  });
  // Leads are settled; of sales one side is due to be paid, and the other waits.
  const [due] = sale.body.rewards;
  for (const { id } of [...lead.body.rewards, ...(due ? [due] : [])])
    await settle(id, "confirmation");
  for (const { id } of lead.body.rewards) await settle(id, "payment");
  await collector.end("SIGTERM");
}
