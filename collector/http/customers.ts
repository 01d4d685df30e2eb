import type { Collector } from "./collector.ts";
import type { Operation } from "./operation.ts";
import { readJson } from "./read-body.ts";
import {
  customersAnswer,
  customersBody,
  maxCustomersBytes,
} from "./schemas/customers.ts";
import { asServer } from "./server-calls.ts";
import { validate } from "./validate.ts";

/** `POST /v1/customers`: who is a customer already. */
export function importCustomers(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const { customers } = validate(
      customersBody,
      await readJson(c, maxCustomersBytes),
    );
    return c.json(
      await collector.writer.run("importCustomers", {
        siteId,
        customers: customers.map(({ id = null, email = null }) => ({
          id,
          email,
        })),
        by: "api",
      }),
    );
  });
}

/** How it is documented. */
export const customersOperation: Operation = {
  method: "post",
  path: "/v1/customers",
  summary:
    "Say who is a customer already, so that nobody is paid for them as new; only keyed hashes are kept",
  by: "server",
  body: customersBody,
  answers: { 200: customersAnswer },
};
