import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

test("a cursor that is not one of the list's own is refused", async () => {
  for (const path of [
    "/v1/conversions?",
    "/v1/conversions?unmatched=true&",
    "/v1/rewards?",
    "/v1/referrals?",
    "/v1/members?",
    "/v1/gift-pools?",
    "/v1/payouts?",
    "/v1/payouts/totals?year=2026&",
    "/v1/deliveries?",
    "/v1/disputes?",
    "/v1/audit?",
    "/v1/programs/default/versions?",
  ])
    for (const cursor of ["zzz", "xyz_1", "mem%5F", "%20", "cnv_%25"]) {
      const { status, body } = await open.asServer(
        "GET",
        `${path}cursor=${cursor}`,
      );
      expect({ path, status, code: body.code }).toEqual({
        path,
        status: 400,
        code: "invalid_field",
      });
      expect(body.errors[0].path).toBe("cursor");
    }
});

test("a list goes on where the page before ended", async () => {
  for (const id of ["one", "two", "three"]) await open.member(id);
  const first = await open.asServer("GET", "/v1/members?limit=2");
  const second = await open.asServer(
    "GET",
    `/v1/members?limit=2&cursor=${first.body.next}`,
  );
  expect(second.body).toMatchObject({
    items: [{ externalId: "one" }],
    next: null,
  });
});

test("a search for members takes every sign for itself", async () => {
  await open.member("a", { publicName: "100% Hana" });
  await open.member("b", { publicName: "1000 Taro" });
  const found = async (query: string) =>
    (
      await open.asServer(
        "GET",
        `/v1/members?query=${encodeURIComponent(query)}`,
      )
    ).body.items.map((member: { externalId: string }) => member.externalId);
  expect(await found("100%")).toEqual(["a"]);
  expect(await found("100")).toEqual(["b", "a"]);
  for (const nobody of ["%", "_", "100_", "\\", "%Taro"])
    expect(await found(nobody)).toEqual([]);
});

test("members are found by the beginning of a name in any case, page by page, and by whole ids", async () => {
  const names = [
    "Hana S.",
    "hana",
    "HANAKO",
    "花子",
    "花",
    "Ohana",
    "Hanb",
    "Abe",
    "Hanae",
  ];
  for (const name of names) await open.member(name, { publicName: name });
  await open.member("hana-2");
  const found = async (query: string) => {
    const ids: string[] = [];
    for (let next = ""; next !== null; ) {
      const { body } = await open.asServer(
        "GET",
        `/v1/members?limit=2&query=${encodeURIComponent(query)}${next && `&cursor=${next}`}`,
      );
      ids.push(
        ...body.items.map((one: { externalId: string }) => one.externalId),
      );
      next = body.next;
    }
    return ids;
  };
  expect(await found("HaNa")).toEqual(["Hanae", "HANAKO", "hana", "Hana S."]);
  expect(await found("花")).toEqual(["花", "花子"]);
  expect(await found("hana-2")).toEqual(["hana-2"]);
  expect(await found("hana-")).toEqual([]);
});
