import { beforeEach, expect, test } from "vitest";
import { fieldsIn, openOwner } from "../../../tests/open-owner.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  owner = await openOwner();
  return () => owner.close();
});

/** Presses the button of a page that says what would happen. */
async function press(path: string, typed: Record<string, string>) {
  const html = await owner.get(path);
  const ids = [...html.matchAll(/name="id" value="([^"]+)"/g)];
  const fields: [string, string][] = [...fieldsIn(html)].filter(
    ([name]) => name !== "id" && !(name in typed),
  );
  for (const [, id = ""] of ids) fields.push(["id", id]);
  await owner.post(path.split("?")[0] ?? "", [
    ...fields,
    ...Object.entries(typed),
  ]);
  return html;
}

test("orders that matched nobody are credited to the best guess, or left aside, many at once", async () => {
  const { id: hanako, code } = await owner.member("hanako");
  const wrong = code.slice(0, 7) + (code.endsWith("2") ? "3" : "2");
  const ids: string[] = [];
  for (const [orderId, typed] of [
    ["L-1", wrong],
    ["L-2", wrong],
    ["L-3", undefined],
  ]) {
    const { body } = await owner.asServer("POST", "/v1/conversions", {
      type: "lead",
      orderId,
      ...(typed ? { code: typed } : {}),
      customer: { id: `customer ${orderId}` },
    });
    ids.push(body.id);
  }
  const query = ids.map((id) => `id=${id}`).join("&");
  await owner.get("/owner?lang=en");
  const path = "/owner/queue/unmatched/bulk";
  const html = await press(`${path}?act=credit&${query}`, { reason: "typed" });
  expect(html).toContain("Credit 2");
  const left = await owner.get("/owner/queue/unmatched");
  expect(left).not.toContain("L-1");
  const { body } = await owner.asServer("GET", "/v1/conversions?orderId=L-1");
  expect(body.items[0].attributed.member).toBe(hanako);

  await press(`${path}?act=aside&id=${ids[2]}`, { reason: "nobody's" });
  expect(await owner.get("/owner/queue/unmatched")).not.toContain("L-3");
  const audit = await owner.asServer(
    "GET",
    `/v1/audit?action=set_aside_conversion&subject=${ids[2]}`,
  );
  expect(audit.body.items).toMatchObject([{ reason: "nobody's" }]);
});

test("many disputes are answered with the same words", async () => {
  const { body } = await owner.asPage("POST", "/v1/members", {
    site: "pk_test",
    acceptedTerms: true,
    joinKey: "a-secret-of-this-device",
  });
  const Authorization = `Bearer ${body.token}`;
  const ids: string[] = [];
  for (const message of ["one is missing", "and another"]) {
    const asked = { about: null, message };
    const answer = await owner.asPage("POST", "/v1/me/disputes", asked, {
      Authorization,
    });
    ids.push(answer.body.id);
  }
  await owner.get("/owner?lang=en");
  const query = ids.map((id) => `id=${id}`).join("&");
  const path = `/owner/queue/disputed/bulk?act=answer&${query}`;
  const html = await press(path, {
    decision: "upheld",
    message: "We found both.",
  });
  expect(html).toContain("Send the answer to 2");
  const me = await owner.asPage("GET", "/v1/me", undefined, { Authorization });
  expect(
    me.body.disputes.map(({ answer }: { answer: string }) => answer),
  ).toEqual(["We found both.", "We found both."]);
});
