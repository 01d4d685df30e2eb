import {
  type DeliveryRow,
  selectDeliveries,
} from "../storage/queries/deliveries.ts";
import { selectEndpoints } from "../storage/queries/endpoints.ts";
import {
  answerDelivery,
  answerEndpoint,
  type DeliveryAnswer,
  type EndpointAnswer,
} from "./answer-endpoint.ts";
import { defaultPageSize, type Page, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

/** Every endpoint of a site: there are never more than fit on a page. */
export async function listEndpoints(
  { db }: Reading,
  { siteId }: { siteId: string },
): Promise<EndpointAnswer[]> {
  return (await selectEndpoints(db, siteId)).map(answerEndpoint);
}

/** The log of what was sent, and what is still to be. */
export async function listDeliveries(
  { db }: Reading,
  by: {
    siteId: string;
    endpoint?: string | undefined;
    state?: DeliveryRow["state"] | undefined;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<Page<DeliveryAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const rows = await selectDeliveries(db, by.siteId, {
    endpointId: by.endpoint ?? null,
    state: by.state ?? null,
    before: by.cursor ?? null,
    limit: limit + 1,
  });
  return pageOf(rows, limit, answerDelivery);
}
