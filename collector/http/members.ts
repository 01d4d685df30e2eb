import { listMembers } from "../actions/list-members.ts";
import type { SiteRecord } from "../actions/read-site.ts";
import { siteOfBrowser, siteShownTo } from "./browser-calls.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { pathText, queryOf } from "./query.ts";
import { readBody, readJson, readOptionalBody } from "./read-body.ts";
import { Refusal } from "./refusal.ts";
import { reasonBody } from "./schemas/acts.ts";
import { memberClaims } from "./schemas/events.ts";
import {
  joinByDevice,
  joinBySignature,
  memberBody,
  membersQuery,
} from "./schemas/members.ts";
import { asServer } from "./server-calls.ts";
import { verifySignedToken } from "./signed-token.ts";
import { check, sentence, validate } from "./validate.ts";

/** `POST /v1/members`: whoever the shop signed for, or a device that accepted the terms, becomes a member. */
export function joinMember(collector: Collector) {
  return async (c: HttpContext): Promise<Response> => {
    const body = await readJson(c);
    const isSigned =
      typeof body === "object" && body !== null && "token" in body;
    const { created, ...answer } = isSigned
      ? await joinSigned(collector, c, body)
      : await joinDevice(collector, c, body);
    c.header("Cache-Control", "no-store");
    return c.json(answer, created ? 201 : 200);
  };
}

async function joinSigned(collector: Collector, c: HttpContext, body: unknown) {
  const {
    site: key,
    program,
    visitor,
    token,
  } = validate(joinBySignature, body);
  const site = await siteShownTo(collector, c, key);
  const { sub, email, name, kind } = signedMember(collector, c, site, token);
  return collector.writer.run("joinMember", {
    siteId: site.id,
    program: program ?? null,
    visitor: visitor ?? null,
    identity: {
      by: "token",
      externalId: sub,
      email: email ?? null,
      name: name ?? null,
      kind: kind ?? null,
    },
  });
}

function signedMember(
  { reading, troubles }: Collector,
  c: HttpContext,
  { id: siteId, signingKeys }: SiteRecord,
  token: string,
) {
  const verified = verifySignedToken(token, {
    keys: signingKeys,
    audience: "member",
    now: reading.now(),
  });
  if (!verified.claims) {
    const { fault: kind, because: value } = verified;
    const origin = c.req.header("origin") ?? null;
    troubles.note({ siteId, kind, value, origin }, reading.now());
    throw new Refusal("bad_token", value);
  }
  const { value, errors } = check(memberClaims, verified.claims);
  if (errors)
    throw new Refusal("bad_token", `In the token, ${sentence(errors)}`);
  return value;
}

async function joinDevice(collector: Collector, c: HttpContext, body: unknown) {
  const {
    site: key,
    program,
    visitor,
    joinKey,
    email,
    acceptedTerms,
  } = validate(joinByDevice, body);
  const site = await siteOfBrowser(collector, c, key);
  return collector.writer.run("joinMember", {
    siteId: site.id,
    program: program ?? null,
    visitor: visitor ?? null,
    identity: {
      by: "device",
      joinKey,
      email: email ?? null,
      termsVersion: acceptedTerms === true ? null : acceptedTerms,
    },
  });
}

/** `PUT /v1/members/:externalId` */
export function putMember(collector: Collector) {
  return asServer(collector, async (c, site) => {
    const externalId = pathText(c, "externalId");
    const word = await readOptionalBody(c, memberBody);
    const { created, member } = await collector.writer.run("putMember", {
      siteId: site.id,
      externalId,
      ...word,
    });
    return c.json(member, created ? 201 : 200);
  });
}

/** `GET /v1/members` */
export function members(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) =>
    c.json(
      await listMembers(collector.reading, {
        siteId,
        ...queryOf(c, membersQuery),
      }),
    ),
  );
}

/** `DELETE /v1/members/:externalId/suspension` */
export function liftSuspension(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) =>
    c.json(
      await collector.writer.run("liftSuspension", {
        siteId,
        externalId: pathText(c, "externalId"),
        by: "api",
      }),
    ),
  );
}

/** `POST /v1/members/:externalId/suspension` */
export function suspendMember(collector: Collector) {
  return asServer(collector, async (c, { id: siteId }) => {
    const externalId = pathText(c, "externalId");
    const { reason } = await readBody(c, reasonBody);
    return c.json(
      await collector.writer.run("suspendMember", {
        siteId,
        externalId,
        reason,
        by: "api",
      }),
    );
  });
}
