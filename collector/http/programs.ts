import { listPrograms } from "../actions/list-programs.ts";
import { readChannels } from "../actions/read-channels.ts";
import { readFunnel } from "../actions/read-funnel.ts";
import { simulate } from "../domain/simulate.ts";
import type { Collector } from "./collector.ts";
import { pathText, queryOf } from "./query.ts";
import { readBody } from "./read-body.ts";
import { emptyBody } from "./schemas/acts.ts";
import { programBody } from "./schemas/program.ts";
import { funnelQuery } from "./schemas/reports.ts";
import { simulationBody } from "./schemas/simulations.ts";
import { asServer } from "./server-calls.ts";
import { invalidFields } from "./validate.ts";

/** `GET /v1/programs` */
export function programs(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    queryOf(c, emptyBody);
    const items = await listPrograms(collector.reading, { siteId });
    return c.json({ items, next: null });
  });
}

/** `PUT /v1/programs/:id` */
export function putProgram(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const id = pathText(c, "id");
    const program = await readBody(c, programBody);
    if (program.id !== id)
      throw invalidFields([
        { path: "id", message: `Expected "${id}", as in the address.` },
      ]);
    const put = { siteId, program, by: "api" };
    const answer = await collector.writer.run("putProgram", put);
    return c.json({ ...answer, warnings: answer.warnings.map(inWords) });
  });
}

/** `POST /v1/simulations` */
export function simulations(collector: Collector) {
  return asServer(collector, async (c) => {
    const { rows, advice } = simulate(await readBody(c, simulationBody));
    return c.json({ rows, advice: advice.map(inWords) });
  });
}

function inWords({ code, message }: { code: string; message: string }) {
  return { code, message };
}

/** `GET /v1/reports/funnel` */
export function funnel(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) =>
    c.json(
      await readFunnel(collector.reading, {
        siteId,
        ...queryOf(c, funnelQuery),
      }),
    ),
  );
}

/** `GET /v1/reports/channels` */
export function channels(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) =>
    c.json(
      await readChannels(collector.reading, {
        siteId,
        ...queryOf(c, funnelQuery),
      }),
    ),
  );
}
