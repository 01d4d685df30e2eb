import { expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";

test("an address that cannot be read is refused, in the path and in the query", async () => {
  const open = await openApp();
  for (const path of [
    "/v1/members?query=%ff",
    "/v1/conversions?orderId=%E0%A4%A",
    "/v1/rewards?member=100%",
    "/v1/members/%ff/export",
    "/s/%E0%A4%A",
  ]) {
    const { status, body } = await open.asServer("GET", path);
    expect({ path, status, code: body.code }).toEqual({
      path,
      status: 400,
      code: "invalid_field",
    });
  }
  const read = await open.asServer("GET", "/v1/members?query=%E7%B8%81%25");
  expect(read.status).toBe(200);
  await open.close();
});

test("a torn link keeps no friend from the shop", async () => {
  const open = await openApp();
  const { code } = await open.member();
  for (const path of [`/r/${code}?utm_source=%ff`, "/r/%ff"]) {
    const { status } = await open.call("GET", path);
    expect({ path, status }).toEqual({ path, status: 302 });
  }
  await open.close();
});
