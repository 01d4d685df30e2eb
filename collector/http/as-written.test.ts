import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";

const owner = new Hono()
  .get("/login", (c) => c.text("login"))
  .get("/members/:id", (c) => c.text(c.req.param("id")));

test("what a proxy holds back by its name is not there under another spelling", async () => {
  const open = await openApp({ owner });
  onTestFinished(open.close);
  for (const path of ["/owner/login", "/owner/members/%E7%B8%81", "/readyz"])
    expect({ path, status: (await open.call("GET", path)).status }).toEqual({
      path,
      status: 200,
    });
  for (const path of [
    "/%6fwner/login",
    "/%6Fwner/login?a=1",
    "/owner/%6cogin",
    "/owner/%6dembers/1",
    "/%6detrics",
    "/metric%73",
    "/read%79z",
    "/v1/%6dembers",
    "/v1%2Fmembers",
    "/%256fwner/login",
    "//owner/login",
  ]) {
    const { status, body } = await open.asServer("GET", path);
    expect({ path, status, code: body.code }).toEqual({
      path,
      status: 404,
      code: "not_found",
    });
  }
});

test("names and ids are read whatever they are escaped like", async () => {
  const open = await openApp();
  onTestFinished(open.close);
  for (const id of ["%61bc", "%E7%B8%81", "a%2Fb", "a%7Eb", "100%25", "a%20b"])
    expect((await open.asServer("PUT", `/v1/members/${id}`, {})).status).toBe(
      201,
    );
  const { body } = await open.asServer("GET", "/v1/members");
  expect(
    body.items.map(({ externalId }: { externalId: string }) => externalId),
  ).toEqual(expect.arrayContaining(["abc", "縁", "a/b", "a~b", "100%", "a b"]));
});

test("a way through another folder leads nowhere either", async () => {
  const open = await openApp({ owner });
  onTestFinished(open.close);
  const server = createServer(getRequestListener(open.app.fetch));
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const statusOf = async (target: string) => {
    const socket = connect(port, "127.0.0.1");
    socket.end(
      `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    );
    let answer = "";
    for await (const chunk of socket) answer += chunk;
    return answer.split(" ")[1];
  };
  expect(await statusOf("/owner/login")).toBe("200");
  expect(await statusOf("http://a/owner/login?b#c")).toBe("200");
  for (const target of [
    "/v1/../owner/login",
    "/v1/%2e%2e/owner/login",
    "/./owner/login",
    "http://a/v1/../owner/login",
  ])
    expect({ target, status: await statusOf(target) }).toEqual({
      target,
      status: "404",
    });
});
