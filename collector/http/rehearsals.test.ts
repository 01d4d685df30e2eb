import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import type { Program } from "../domain/program.ts";
import { rehearsalAnswer, versionsAnswer } from "./schemas/rehearsals.ts";

const dayMs = 24 * 60 * 60 * 1000;
let collector: Awaited<ReturnType<typeof openApp>>;

beforeEach(async () => {
  collector = await openApp();
});
afterEach(() => collector.close());

async function inForce(): Promise<Program> {
  const { body } = await collector.asServer("GET", "/v1/programs");
  return body.items[0];
}

function withRate(program: Program, rateBps: number): Program {
  const side = { kind: "points" as const, rateBps };
  return {
    ...program,
    steps: program.steps.map((step) =>
      step.on === "sale" ? { ...step, referrer: side, friend: side } : step,
    ),
  };
}

async function sell(orderId: string, code: string, customer: string) {
  const { body } = await collector.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId,
    amountMinor: 100_000,
    currency: "JPY",
    customer: { id: customer },
    code,
    occurredAt: collector.clock.now,
  });
  return body;
}

function rehearse(program: Program, days = 30) {
  return collector.asServer("POST", `/v1/programs/${program.id}/rehearsals`, {
    program,
    days,
  });
}

test("a rehearsal plays what was credited under other rules, and changes nothing", async () => {
  const hanako = await collector.member("hanako", { name: "花子" });
  await sell("S-1", hanako.code, "taro");
  await sell("S-2", hanako.code, "taro");
  await sell("S-3", hanako.code, "jiro");
  const program = await inForce();
  const { status, body } = await rehearse(withRate(program, 400));
  expect(status).toBe(200);
  expect(rehearsalAnswer.parse(body)).toMatchObject({
    conversions: 2,
    truncated: false,
    before: { rewards: 4, costMinor: 4_800 },
    after: { rewards: 4, costMinor: 6_400 },
    differenceMinor: 1_600,
    gaining: 1,
    losing: 0,
    unchanged: 0,
    members: [
      {
        member: hanako.id,
        externalId: "hanako",
        name: "花子",
        beforeMinor: 2_400,
        afterMinor: 3_200,
        differenceMinor: 800,
      },
    ],
  });
  expect(await inForce()).toEqual(program);
});

test("under the rules in force a rehearsal comes to what was promised", async () => {
  const hanako = await collector.member();
  await sell("S-1", hanako.code, "taro");
  await collector.asServer("POST", "/v1/conversions/order:S-1/refunds", {
    refundId: "r-1",
    amountMinor: 50_000,
  });
  const { body } = await rehearse(await inForce());
  expect(body.before.costMinor).toBe(1_200);
  expect(body.after).toEqual(body.before);
});

test("a reward that the owner took back stays taken back", async () => {
  const hanako = await collector.member();
  const { rewards } = await sell("S-1", hanako.code, "taro");
  await collector.asServer("POST", `/v1/rewards/${rewards[0].id}/void`, {
    reason: "returned",
  });
  const { body } = await rehearse(await inForce());
  expect(body.before).toEqual({ rewards: 1, costMinor: 1_200 });
  expect(body.after).toEqual(body.before);
});

test("only the days asked for are played", async () => {
  const hanako = await collector.member();
  await sell("S-1", hanako.code, "taro");
  collector.clock.now += 10 * dayMs;
  const { body } = await rehearse(await inForce(), 7);
  expect(body).toMatchObject({ conversions: 0, members: [] });
});

test("rules that are none are refused by field", async () => {
  const program = await inForce();
  const wrong = { ...program, budgetMinor: -1 };
  const { status, body } = await rehearse(wrong);
  expect(status).toBe(400);
  expect(body.errors[0].path).toBe("program.budgetMinor");
  const { body: other } = await collector.asServer(
    "POST",
    "/v1/programs/other/rehearsals",
    { program, days: 7 },
  );
  expect(other.errors[0].path).toBe("program.id");
});

test("every version can be read, newest first, with who made it", async () => {
  const program = await inForce();
  await collector.asServer("PUT", "/v1/programs/default", {
    ...program,
    name: "Second",
  });
  const path = "/v1/programs/default/versions";
  const { body } = await collector.asServer("GET", path);
  const { items, next } = versionsAnswer.parse(body);
  expect(next).toBeNull();
  expect(items.map(({ version, createdBy }) => [version, createdBy])).toEqual([
    [2, "api"],
    [1, "collector"],
  ]);
  expect(items[0]?.program.name).toBe("Second");
  const first = await collector.asServer("GET", `${path}?limit=1`);
  const rest = await collector.asServer(
    "GET",
    `${path}?limit=1&cursor=${first.body.next}`,
  );
  expect(rest.body.items[0].version).toBe(1);
});

test("a programme that is not there is not rehearsed", async () => {
  const program = { ...(await inForce()), id: "nope" };
  const { status, body } = await collector.asServer(
    "POST",
    "/v1/programs/nope/rehearsals",
    { program, days: 30 },
  );
  expect([status, body.code]).toEqual([404, "not_found"]);
});

test("a limit that is no number of its unit is refused without naming another", async () => {
  const program = await inForce();
  const [limit] = program.limits;
  const { body } = await collector.asServer("PUT", "/v1/programs/default", {
    ...program,
    limits: [{ ...limit, max: -1 }],
  });
  expect(body.errors[0]).toMatchObject({ path: "limits[0].max" });
  expect(body.errors[0].message).not.toContain("minor units");
});

test("an order that grew after it was paid is all that unchanged rules change", async () => {
  const { code } = await collector.member();
  const sale = await sell("A-1", code, "taro");
  for (const { id } of sale.rewards)
    for (const act of ["confirmation", "payment"])
      await collector.asServer("POST", `/v1/rewards/${id}/${act}`, {});
  const rehearse = async () => {
    const program = await inForce();
    const path = "/v1/programs/default/rehearsals";
    const body = { program, days: 30 };
    return (await collector.asServer("POST", path, body)).body;
  };
  expect((await rehearse()).differenceMinor).toBe(0);
  await collector.asServer("POST", `/v1/conversions/${sale.id}/changes`, {
    changeId: "C1",
    amountMinor: 200_000,
  });
  expect((await rehearse()).differenceMinor).toBe(2_400);
});
