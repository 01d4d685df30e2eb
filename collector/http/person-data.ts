import { exportPerson } from "../actions/export-person.ts";
import { personFile } from "../actions/person-file.ts";
import type { Collector } from "./collector.ts";
import { pathText, queryOf } from "./query.ts";
import { emptyBody } from "./schemas/acts.ts";
import { asServer } from "./server-calls.ts";

/** `GET /v1/members/:externalId/export` */
export function exportMember(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const externalId = pathText(c, "externalId");
    queryOf(c, emptyBody);
    const { reading, writer } = collector;
    const data = await exportPerson(reading, { siteId, externalId });
    await writer.run("noteExport", {
      siteId,
      subject: data.member?.id ?? data.person.id,
      by: "api",
    });
    c.header("Cache-Control", "no-store");
    return c.body(personFile(data), 200, {
      "Content-Type": "application/json",
    });
  });
}

/** `DELETE /v1/members/:externalId` */
export function eraseMember(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const externalId = pathText(c, "externalId");
    await collector.writer.run("erasePerson", {
      siteId,
      externalId,
      by: "api",
    });
    return c.body(null, 204);
  });
}
