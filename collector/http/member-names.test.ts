import { SignJWT } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

const put = (body: object) => open.asServer("PUT", "/v1/members/hanako", body);

async function join(claims: object) {
  const iat = open.clock.now / 1000;
  const token = await new SignJWT({ aud: "member", sub: "hanako", ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt(iat)
    .setExpirationTime(iat + 60)
    .sign(new TextEncoder().encode("sig_test"));
  return open.asPage("POST", "/v1/members", { site: "pk_test", token });
}

test("a public name is kept without the blanks around it", async () => {
  expect((await put({ publicName: "  花子　" })).body.publicName).toBe("花子");
  const { body } = await join({});
  const me = await open.asPage(
    "PATCH",
    "/v1/me",
    { publicName: " Hana " },
    { Authorization: `Bearer ${body.token}` },
  );
  expect(me.body.member.publicName).toBe("Hana");
});

test("what is no name to show to friends is refused, wherever it comes from", async () => {
  const { body } = await join({});
  for (const publicName of [
    "   ",
    "\u200b",
    "a\nb",
    "\u202eevil",
    "x@y",
    "www.x",
  ])
    for (const answer of [
      await put({ publicName }),
      await open.asPage(
        "PATCH",
        "/v1/me",
        { publicName },
        { Authorization: `Bearer ${body.token}` },
      ),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toEqual([
        {
          path: "publicName",
          message: expect.stringMatching(/^Expected a name of 1 to 40/),
        },
      ]);
    }
});

test("a member is a customer, a partner or an employee", async () => {
  for (const kind of ["customer", "partner", "employee"]) {
    expect((await put({ kind })).body.kind).toBe(kind);
    expect((await join({ kind })).status).toBe(200);
  }
  expect((await put({ kind: "friend" })).body.errors).toEqual([
    { path: "kind", message: expect.stringContaining('and got "friend"') },
  ]);
  const { status, body } = await join({ kind: "friend" });
  expect(status).toBe(401);
  expect(body).toMatchObject({
    code: "bad_token",
    detail:
      'In the token, kind: Expected "customer" or "partner" or "employee" and got "friend".',
  });
});
