import { listProgramVersions } from "../actions/list-program-versions.ts";
import { listPrograms } from "../actions/list-programs.ts";
import { readRehearsal } from "../actions/read-rehearsal.ts";
import { DomainError } from "../domain/domain-error.ts";
import type { Collector } from "./collector.ts";
import { pathText, queryOf } from "./query.ts";
import { readBody } from "./read-body.ts";
import { rehearsalBody, versionsQuery } from "./schemas/rehearsals.ts";
import { asServer } from "./server-calls.ts";
import { invalidFields } from "./validate.ts";

/** `POST /v1/programs/:id/rehearsals` */
export function rehearsals(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const id = pathText(c, "id");
    const { program, days } = await readBody(c, rehearsalBody);
    if (program.id !== id)
      throw invalidFields([
        { path: "program.id", message: `Expected "${id}", as in the address.` },
      ]);
    const known = await listPrograms(collector.reading, { siteId });
    if (!known.some((one) => one.id === id))
      throw new DomainError(
        "not_found",
        `Expected the id of a programme of this site, and found none called "${id}".`,
      );
    return c.json(
      await readRehearsal(collector.reading, { siteId, program, days }),
    );
  });
}

/** `GET /v1/programs/:id/versions` */
export function versions(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) =>
    c.json(
      await listProgramVersions(collector.reading, {
        siteId,
        program: pathText(c, "id"),
        ...queryOf(c, versionsQuery),
      }),
    ),
  );
}
