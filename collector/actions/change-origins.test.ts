import { afterEach, beforeEach, expect, test } from "vitest";
import { openWork } from "../../tests/open-work.ts";
import { changeOrigins } from "./change-origins.ts";
import { listPrograms } from "./list-programs.ts";
import { putProgram } from "./put-program.ts";
import { readRedirect } from "./read-redirect.ts";
import { firstSite } from "./read-site.ts";

let open: Awaited<ReturnType<typeof openWork>>;
beforeEach(async () => {
  open = await openWork();
});
afterEach(() => open.close());

const change = (origins: string[]) =>
  changeOrigins(open.work, { siteId: open.siteId, origins, by: "owner" });
const program = async () => {
  const [found] = await listPrograms(open.work, { siteId: open.siteId });
  if (!found) throw new Error("The first site has no programme.");
  return found;
};
const audited = () =>
  open.work.db
    .selectFrom("audit")
    .select(["actor", "action", "subject"])
    .orderBy("id")
    .execute();

test("a shop moves, and its links land where it went", async () => {
  await change(["https://NEW.example/", "https://shop.example"]);
  expect(await firstSite(open.work)).toMatchObject({
    name: "new.example",
    origins: ["https://new.example", "https://shop.example"],
    landing: "https://new.example",
  });
  expect(await readRedirect(open.work, { code: "nobody" })).toMatchObject({
    landingUrl: "https://new.example/",
  });
  expect(await audited()).toEqual([
    { actor: "owner", action: "put_program", subject: "default version 2" },
    {
      actor: "owner",
      action: "change_origins",
      subject: "https://new.example https://shop.example",
    },
  ]);
});

test("the same origins again change nothing", async () => {
  await change(["https://shop.example"]);
  expect(await audited()).toEqual([]);
});

test("one more origin moves no links", async () => {
  await change(["https://shop.example", "https://www.shop.example"]);
  expect((await program()).landingUrl).toBe("https://shop.example/");
});

test("a landing page of its own stays, and its origin cannot go before it", async () => {
  const landingUrl = "https://shop.example/friends";
  await putProgram(open.work, {
    siteId: open.siteId,
    program: { ...(await program()), landingUrl },
    by: "owner",
  });
  await expect(change(["https://new.example"])).rejects.toMatchObject({
    code: "state_conflict",
    message: expect.stringContaining(landingUrl),
  });
  await change(["https://new.example", "https://shop.example"]);
  expect((await program()).landingUrl).toBe(landingUrl);
});

test("what is no origin is named, and nothing changes", async () => {
  for (const wrong of [
    [],
    ["https://shop.example", "shop.example"],
    ["https://shop.example/path"],
  ])
    await expect(change(wrong)).rejects.toMatchObject({
      code: "invalid_field",
    });
  await expect(change(["https://a.example", "b"])).rejects.toMatchObject({
    errors: [{ path: "origins[1]", message: expect.stringContaining('"b"') }],
  });
  expect((await firstSite(open.work))?.origins).toEqual([
    "https://shop.example",
  ]);
});
