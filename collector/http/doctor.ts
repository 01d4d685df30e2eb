import { readDoctor, siteOfDoctorKey } from "../actions/read-doctor.ts";
import { isSiteOrigin } from "../actions/read-site.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { queryOf } from "./query.ts";
import { Refusal } from "./refusal.ts";
import { doctorQuery } from "./schemas/doctor.ts";

declare const __ENISHI_VERSION__: string;

/** `GET /v1/doctor`: what the collector knows of a page, for the install doctor that an owner has opened on it. */
export function doctor(collector: Collector) {
  const { reading, sites } = collector;
  return async (c: HttpContext): Promise<Response> => {
    // A page on a wrong origin is what the doctor is there for; the key says who asks.
    c.header("Access-Control-Allow-Origin", "*");
    c.header("Cache-Control", "no-store");
    const { site: publicKey, key } = queryOf(c, doctorQuery);
    const siteId = siteOfDoctorKey(reading, key);
    if (siteId === null)
      throw new Refusal(
        "bad_token",
        "Expected a key of the last hour. Open the doctor from /owner/install again.",
      );
    const origin = c.req.header("origin") ?? null;
    const site = await sites.byPublicKey(publicKey);
    const isOwn = site?.id === siteId;
    return c.json({
      isKey: isOwn,
      isOrigin: isOwn && origin !== null && isSiteOrigin(site, origin),
      seen: isOwn ? (await readDoctor(reading, { site, origin })).seen : null,
      consent: isOwn ? site.consent : null,
      version: __ENISHI_VERSION__,
      now: reading.now(),
    });
  };
}
