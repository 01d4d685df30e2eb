import { afterEach, beforeEach, expect, test } from "vitest";
import { fieldsIn, openOwner } from "../../tests/open-owner.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  owner = await openOwner();
});
afterEach(() => owner.close());

const place = "/owner/gifts";

/** As a browser sends a form with a file. */
async function upload(
  path: string,
  { file, ...fields }: { file?: Blob; codes?: string; lastDay?: string },
) {
  const body = new FormData();
  body.set("csrf", fieldsIn(await owner.get(place)).get("csrf") ?? "");
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set("file", file ?? new Blob([]), file ? "codes.csv" : "");
  const answer = await owner.request(path, { method: "POST", body });
  const location = await owner.whenDone(answer.headers.get("location"));
  return { status: answer.status, location, html: await answer.text() };
}

/** The first gift that the default programme gives: 300 yen to both for a lead. */
async function newPool(fields: [string, string][] = []): Promise<string> {
  const choice = fieldsIn(await owner.get(place)).get("choice") ?? "";
  const { location } = await owner.send(place, [
    ["choice", choice],
    ["name", "Spring"],
    ["url", "https://gift.example/use"],
    ["lowBelow", "5"],
    ...fields,
  ]);
  return location ?? "";
}

async function pools() {
  return (await owner.asServer("GET", "/v1/gift-pools")).body.items;
}

async function lead(friend: string) {
  const { code } = await owner.member();
  await owner.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: `L-${friend}`,
    code,
    customer: { id: friend },
    occurredAt: owner.clock.now,
  });
}

test("a pool is opened for a gift that the programme gives, filled, and its stock is shown", async () => {
  const path = await newPool();
  expect(path).toMatch(/^\/owner\/gifts\/gfp_/);
  expect(await owner.get(path)).toContain("The pool is open.");
  expect(await pools()).toMatchObject([
    {
      name: "Spring",
      programId: "default",
      on: "lead",
      to: null,
      valueMinor: 300,
      currency: "JPY",
    },
  ]);

  await lead("taro");
  expect(await owner.get(path)).toMatch(/Empty/);
  const { location } = await upload(`${path}/codes`, {
    codes: "A-1\nA-2\nA-3\nA-1\n",
  });
  const html = await owner.get(location ?? "");
  expect(html).toContain("3 codes added.");
  expect(html).toContain("waiting for a code and were given one: 2.");
  expect(html).toContain("not added again: 1 (line 4).");
  expect(html).toMatch(/state alarm">Low</);
  expect(await pools()).toMatchObject([{ left: 1, handedOut: 2, waiting: 0 }]);
  expect(await owner.get("/owner")).toContain("“Spring” has 1 code left.");
});

test("a pool that is low is marked in the navigation until it is filled", async () => {
  const path = await newPool();
  expect(await owner.get("/owner?lang=en")).toContain("1 low on codes");
  const codes = ["C-1", "C-2", "C-3", "C-4", "C-5"].join("\n");
  await upload(`${path}/codes`, { codes });
  expect(await owner.get("/owner?lang=en")).not.toContain("low on codes");
});

test("a line that is no code refuses them all, names the line, and keeps what was typed", async () => {
  const path = await newPool();
  const { status, html } = await upload(`${path}/codes`, {
    codes: "GOOD-1\nA,B\nX;Y\n",
    lastDay: "2027-03-31",
  });
  expect(status).toBe(422);
  expect(html).toContain("Nothing was added. Lines that are no codes: 2.");
  expect(html).toMatch(/Line 2: <code>A,B</);
  expect(html).toMatch(/Line 3: <code>X;Y</);
  expect(fieldsIn(html).get("codes")).toMatch(/^GOOD-1\r?\nA,B\r?\nX;Y\r?\n$/);
  expect(fieldsIn(html).get("lastDay")).toBe("2027-03-31");
  expect(await pools()).toMatchObject([{ left: 0 }]);
});

test.each([
  ["CSV", new Blob(["value,code\r\n300,F-1\r\n300,F-2\r\n"])],
  ["JSON", new Blob(['{ "codes": ["F-1", "F-2"] }'])],
  ["a list of objects", new Blob(['[{ "code": "F-1" }, { "code": "F-2" }]'])],
  // 金額,コード in Shift_JIS.
  [
    "a Japanese spreadsheet",
    new Blob([
      new Uint8Array([
        0x8b, 0xe0, 0x8a, 0x7a, 0x2c, 0x83, 0x52, 0x81, 0x5b, 0x83, 0x68, 0x0a,
      ]),
      "300,F-1\n300,F-2\n",
    ]),
  ],
])("codes come as a file: %s", async (_what, file) => {
  const path = await newPool();
  const { location } = await upload(`${path}/codes`, { file });
  expect(await owner.get(location ?? "")).toContain("2 codes added.");
});

test.each([
  ["[1, 2]", "Nothing was added. Lines that are no codes: 2."],
  ["[oops", "cannot be read as a list of codes"],
  ["", "There are no codes in it."],
])("%j is refused in words", async (codes, words) => {
  const path = await newPool();
  const { status, html } = await upload(`${path}/codes`, { codes });
  expect(status).toBe(422);
  expect(html).toContain(words);
});

test("thousands of codes are added step by step, and none is lost", async () => {
  const path = await newPool();
  const codes = Array.from({ length: 5_500 }, (_, n) => `BULK-${n}`);
  const file = new Blob([codes.join("\n")]);
  const { location } = await upload(`${path}/codes`, { file });
  expect(await owner.get(location ?? "")).toContain("5,500 codes added.");
  expect(await pools()).toMatchObject([{ left: 5_500, low: false }]);
});

test("a file that is too large is refused before it is read", async () => {
  const path = await newPool();
  const file = new Blob(["X".repeat(9 * 1024 * 1024)]);
  const { status, html } = await upload(`${path}/codes`, { file });
  expect(status).toBe(413);
  expect(html).toContain("larger than 8 MB");
});

test("codes last to the end of their last day in the programme’s time zone, and the day can be changed", async () => {
  const path = await newPool();
  await upload(`${path}/codes`, { codes: "A-1", lastDay: "2026-04-30" });
  const { id } = (await pools())[0];
  const expiry = async () =>
    (await owner.asServer("GET", `/v1/gift-pools/${id}`)).body.expiries;
  // Midnight of 1 May in Tokyo.
  const expiresAt = Date.UTC(2026, 3, 30, 15);
  expect(await expiry()).toEqual([{ expiresAt, codes: 1 }]);
  expect(await owner.get(path)).toContain("until 30 Apr 2026");

  const soon = owner.clock.now + 3_600_000;
  await owner.asServer("POST", `/v1/gift-pools/${id}/expiry`, {
    expiresAt,
    becomes: soon,
  });
  owner.clock.now = soon;
  expect(await owner.get(path)).toMatch(/state alarm">Expired</);
  await owner.send(`${path}/expiry`, [
    ["from", String(soon)],
    ["lastDay", ""],
  ]);
  expect(await owner.get(path)).toContain(
    "The last day is changed, of 1 code.",
  );
  expect(await expiry()).toEqual([{ expiresAt: null, codes: 1 }]);
  const { status } = await upload(`${path}/codes`, {
    codes: "A-2",
    lastDay: "2026-03-30",
  });
  expect(status).toBe(422);
});

test("a pool is edited; what is wrong is said", async () => {
  const path = await newPool();
  const edit = (name: string, url: string, lowBelow: string) =>
    owner.send(path, [
      ["name", name],
      ["url", url],
      ["lowBelow", lowBelow],
    ]);
  await edit("Summer", "", "0");
  expect(await pools()).toMatchObject([
    { name: "Summer", url: null, lowBelow: 0, low: false },
  ]);
  for (const [name, url, lowBelow] of [
    ["", "", "1"],
    ["A", "javascript:alert(1)", "1"],
    ["A", "", "many"],
  ] as const) {
    expect((await edit(name, url, lowBelow)).status).toBe(422);
  }
  expect(await pools()).toMatchObject([{ name: "Summer" }]);
});

test("withdrawing and retiring say how many before, want a reason, and are noted", async () => {
  const path = await newPool();
  await upload(`${path}/codes`, { codes: "A-1\nA-2" });
  const before = await owner.get(path);
  expect(before).toContain("taken out for good, 2 codes");
  expect(before).toContain("what is left, 2 codes, is withdrawn");
  expect(before).toContain("the only pool of this step");
  await owner.send(`${path}/withdrawal`);
  expect(await owner.get(path)).toContain("Say why");
  await owner.send(`${path}/withdrawal`, [["reason", "leaked"]]);
  expect(await owner.get(path)).toContain("2 codes withdrawn.");
  await owner.send(`${path}/retirement`, [["reason", "over"]]);
  expect(await owner.get(path)).toContain("The pool is retired");
  expect(await pools()).toMatchObject([{ withdrawn: 2, left: 0, low: false }]);
  const { body } = await owner.asServer("GET", "/v1/audit");
  expect(JSON.stringify(body)).toContain("2 codes: leaked");
  expect((await owner.request(`${place}/gfp_none`)).status).toBe(404);
});

test("gifts that no pool fits are warned of, with a form that is filled in for them", async () => {
  await newPool();
  await lead("taro");
  const { items } = (await owner.asServer("GET", "/v1/programs")).body;
  const [program] = items;
  await owner.asServer("PUT", "/v1/programs/default", {
    ...program,
    legal: { ...program.legal, lowestSaleMinor: 500, action: "cap" },
  });
  owner.clock.now += 1_000;
  await lead("jiro");
  const results = await owner.get("/owner?lang=en");
  expect(results).toContain("“Spring” has 0 codes left.");
  expect(results).toContain("3 rewards are waiting for a code.");
  expect(results).toContain("1 for a lead, ¥200 to the friend.");
  const html = await owner.get(`${place}?lang=en`);
  const links = [...html.matchAll(/class="button" href="([^"]+)"/g)];
  expect(links).toHaveLength(1);
  const link = (links[0]?.[1] ?? "").replaceAll("&amp;", "&");
  const choice = fieldsIn(await owner.get(link)).get("choice") ?? "";
  expect(JSON.parse(choice)).toEqual(["default", "lead", "friend", 200]);
  const made = await newPool([["choice", choice]]);
  expect(await owner.get(made)).toContain("¥200");
});
