import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import { doctorKey } from "../actions/read-doctor.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

async function ask(key: string, origin?: string) {
  const query = new URLSearchParams({ site: "pk_test", key });
  return open.asPage(
    "GET",
    `/v1/doctor?${query}`,
    undefined,
    origin ? { Origin: origin } : {},
  );
}

async function siteKey(): Promise<string> {
  const [site] = await open.work.db.selectFrom("sites").select("id").execute();
  return doctorKey(open.work, { siteId: site?.id ?? "" });
}

test("the doctor hears of a page whatever its origin, while its key holds", async () => {
  const key = await siteKey();
  expect((await ask(key)).body).toMatchObject({
    isKey: true,
    isOrigin: true,
    seen: null,
    now: open.clock.now,
  });
  const elsewhere = await ask(key, "https://elsewhere.example");
  expect(elsewhere.body).toMatchObject({ isKey: true, isOrigin: false });
  expect(elsewhere.headers.get("access-control-allow-origin")).toBe("*");
  open.clock.now += 61 * 60 * 1000;
  const late = await ask(key);
  expect(late).toMatchObject({ status: 401, body: { code: "bad_token" } });
  expect(late.headers.get("access-control-allow-origin")).toBe("*");
});

test("a seal that was made for something else opens nothing", async () => {
  for (const key of ["x", open.work.vault.seal("mem_1"), `${await siteKey()}x`])
    expect((await ask(key)).status).toBe(401);
});
