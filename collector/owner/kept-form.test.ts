import { beforeEach, expect, test } from "vitest";
import { fieldsIn, openOwner } from "../../tests/open-owner.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
let order: string;
beforeEach(async () => {
  owner = await openOwner();
  await owner.asServer("PUT", "/v1/members/hanako", {});
  const { body } = await owner.asServer("POST", "/v1/conversions", {
    type: "lead",
    orderId: "L-1",
    customer: { id: "taro" },
  });
  order = `/owner/orders/${body.id}`;
  return () => owner.close();
});

const origin = { origin: "https://collector.example" };
const send = async (
  path: string,
  fields: Iterable<[string, string]>,
  headers: Record<string, string> = {
    origin: new URL(owner.work.publicUrl).origin,
  },
) => {
  const answer = await owner.request(path, {
    method: "POST",
    body: new URLSearchParams([...fields]),
    headers,
  });
  return { answer, html: await answer.text() };
};
const credited = async () => {
  const { body } = await owner.asServer("GET", "/v1/conversions?orderId=L-1");
  return body.items[0].attributed;
};

/** A form of a session that is over by the time it is sent. */
async function tooLate() {
  const csrf = fieldsIn(await owner.get(order)).get("csrf") ?? "";
  owner.clock.now += 12 * 3_600_000;
  const late = await send(`${order}/credit`, [
    ["csrf", csrf],
    ["member", "hanako"],
    ["reason", "said so\non “paper” & phone"],
  ]);
  return { csrf, ...late };
}

test("what was typed when the session ended is there after signing in, and done only when sent again", async () => {
  const { answer, html } = await tooLate();
  expect(answer.status).toBe(401);
  expect(html).toContain("Your session ended");
  const wrong = await send("/owner/login", [
    ...fieldsIn(html).set("password", "wrong"),
  ]);
  const inJapanese = await send("/owner/login", [
    ...fieldsIn(wrong.html),
    ["do", "language-ja"],
  ]);
  expect(inJapanese.html).toContain("ログインの期限が切れました");
  const signedIn = await send("/owner/login", [
    ...fieldsIn(inJapanese.html).set("password", "correct horse"),
  ]);
  expect(signedIn.html).toContain("said so\non “paper” &amp; phone");
  expect(await credited()).toBeNull();
  await send(`${order}/credit`, fieldsIn(signedIn.html));
  expect(await credited()).toMatchObject({ by: "hand" });
});

test("a form of an earlier session is asked for again in the present one", async () => {
  const { csrf } = await tooLate();
  await owner.signIn();
  const fields: [string, string][] = [
    ["csrf", csrf],
    ["member", "hanako"],
    ["reason", "said so"],
  ];
  const { answer, html } = await send(`${order}/credit`, fields);
  expect(answer.status).toBe(403);
  expect(html).toContain("Send it again?");
  expect(await credited()).toBeNull();
  const [, form = ""] = /<form class="answer"(.*?)<\/form>/s.exec(html) ?? [];
  await send(`${order}/credit`, fieldsIn(form));
  expect(await credited()).toMatchObject({ by: "hand" });
});

test("the rules come back as they were typed", async () => {
  const fields = fieldsIn(await owner.get("/owner/program")).set(
    "name",
    "New name",
  );
  fields.set("do", "preview").delete("site");
  owner.clock.now += 12 * 3_600_000;
  const { html } = await send("/owner/program?program=default", fields);
  const again = await send("/owner/login", [
    ...fieldsIn(html).set("password", "correct horse"),
  ]);
  const back = await send(
    "/owner/program?program=default",
    fieldsIn(again.html),
  );
  expect(back.html).toContain('value="New name"');
});

test("nothing is kept of a form that may be from elsewhere, nor for another place", async () => {
  await tooLate();
  for (const headers of [{}, origin, { "sec-fetch-site": "cross-site" }]) {
    const { html } = await send(`${order}/credit`, [["reason", "x"]], headers);
    expect(html).not.toContain('name="kept"');
  }
  const csrf = fieldsIn(await owner.get("/owner/login")).get("csrf") ?? "";
  const kept = JSON.stringify({
    to: "//evil.test/",
    back: "/owner",
    siteId: owner.siteId,
    fields: [],
  });
  const { answer } = await send("/owner/login", [
    ["csrf", csrf],
    ["password", "correct horse"],
    ["kept", kept],
  ]);
  expect(answer.headers.get("location")).toBe("/owner");
});
