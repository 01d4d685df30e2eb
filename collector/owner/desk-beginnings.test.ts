import { afterEach, beforeEach, expect, test } from "vitest";
import { someId } from "../../tests/open-app.ts";
import { fieldsIn, openOwner } from "../../tests/open-owner.ts";
import { defaultProgram } from "../domain/program.ts";

let owner: Awaited<ReturnType<typeof openOwner>>;
beforeEach(async () => {
  owner = await openOwner();
});
afterEach(() => owner.close());

async function formOn(page: string, action: string) {
  const html = await owner.get(page);
  const form = html
    .split("<form ")
    .find(
      (one) =>
        one.includes(`action="${action}"`) && one.includes('method="post"'),
    );
  return fieldsIn(form?.split("</form>")[0] ?? "");
}

async function sale(orderId: string, code: string, amountMinor = 100_000) {
  const { body } = await owner.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId,
    amountMinor,
    currency: "JPY",
    code,
    customer: { id: `buyer-${orderId}`, existing: false },
    occurredAt: owner.clock.now,
  });
  return body;
}

test("a member is added by hand with link and code, and one who is there stays as they are", async () => {
  const form = await formOn("/owner/members", "/owner/members");
  const first = await owner.post("/owner/members", [
    ...form,
    ["externalId", "partner-1"],
    ["name", "Ms Partner"],
    ["kind", "partner"],
  ]);
  const page = await owner.get(first.location ?? "");
  expect(page).toContain("This is their link, and their code:");
  expect(page).toContain("Ms Partner");
  const again = await owner.post("/owner/members", [
    ...form,
    ["externalId", "partner-1"],
    ["name", "Somebody else"],
  ]);
  expect(again.location).toBe(first.location);
  const unchanged = await owner.get(first.location ?? "");
  expect(unchanged).toContain("There is a member by this id already");
  expect(unchanged).not.toContain("Somebody else");
  await owner.post("/owner/members", [...form, ["externalId", " "]]);
  expect(await owner.get("/owner/members")).toContain("1 to 200 characters");
});

test("a member's page sums up their rewards and calls friends by the shop's id", async () => {
  const { id, code } = await owner.member("hanako");
  await sale("A1", code);
  const page = await owner.get(`/owner/members/${id}`);
  expect(page).toContain("In all");
  expect(page).toContain('<strong class="item">¥1,200</strong>');
  expect(page).toContain("buyer-A1");
});

test("a programme is called by its name, not by its id", async () => {
  const { id, code } = await owner.member("hanako");
  const order = await sale("A1", code);
  const { name } = defaultProgram("https://shop.example/");
  for (const place of [`members/${id}`, `orders/${order.id}`])
    expect(await owner.get(`/owner/${place}`)).toContain(`<dd>${name}</dd>`);
});

test("the page of the installation serves a shop without a server", async () => {
  const page = await owner.get("/owner/install");
  expect(page).toContain("enishi(&quot;sale&quot;, { orderId:");
  expect(page).toContain("data-enishi=&quot;welcome&quot;");
  expect(page).toContain("data-enishi=&quot;code&quot;");
  expect(page).not.toContain("first start");
  expect(page).toContain("/disclosure?site=pk_test");
  expect(page).toContain("No brand is set");
});

test("a reward is headed by what stands of it", async () => {
  const { code } = await owner.member("hanako");
  const { id, rewards } = await sale("A1", code);
  for (const reward of rewards) {
    await owner.asServer("POST", `/v1/rewards/${reward.id}/confirmation`);
    await owner.asServer("POST", `/v1/rewards/${reward.id}/payment`);
  }
  await owner.asServer("POST", `/v1/conversions/${id}/refunds`, {
    refundId: "R1",
    amountMinor: 100_000,
  });
  for (const place of ["/owner/rewards", `/owner/orders/${id}`]) {
    const page = await owner.get(place);
    expect(page).toContain("Taken back");
    expect(page).toContain("¥1,200 of ¥1,200 taken back after payment");
    expect(page).not.toContain('<span class="state paid">');
  }
});

test("rewards and results are read by programme where there are several", async () => {
  const { code } = await owner.member("hanako");
  await sale("A1", code);
  expect(await owner.get("/owner/rewards")).not.toContain('name="program"');
  const program = defaultProgram("https://shop.example/");
  const put = await owner.asServer("PUT", "/v1/programs/partners", {
    ...program,
    id: "partners",
    name: "Partners",
  });
  expect(put.body.detail).toBeUndefined();
  expect(await owner.get("/owner/rewards?program=default")).toContain("¥1,200");
  expect(await owner.get("/owner/rewards?program=partners")).toContain(
    "No rewards here.",
  );
  expect(await owner.get("/owner?program=partners")).toContain(
    "&amp;program=partners",
  );
  expect(await owner.get("/owner/install")).toContain(
    "&lt;enishi-share program=&quot;partners&quot;&gt;",
  );
});

test("before many orders are verified, their sum and the largest are seen", async () => {
  const { code } = await owner.member("hanako");
  for (const [orderId, amountMinor] of [
    ["C1", 5_000],
    ["C2", 999_999],
  ])
    await owner.events([
      {
        id: someId(),
        type: "sale",
        at: owner.clock.now,
        orderId,
        amountMinor,
        currency: "JPY",
        code,
        visitor: `visitor-${orderId}-0000000000`,
      },
    ]);
  const page = await owner.get("/owner/queue/unverified/bulk?all=confirm");
  expect(page).toContain("¥1,004,999");
  expect(page).toContain("the largest ¥999,999");
});

test("a long list of customers is one line of the log", async () => {
  const list = Array.from({ length: 2_500 }, (_, n) => `old-${n}`).join("\n");
  const { location } = await owner.post("/owner/sites/customers", [
    ...(await formOn("/owner/sites/customers", "/owner/sites/customers")),
    ["text", list],
  ]);
  expect(await owner.get(location ?? "")).toContain(
    "2,500 added, 0 known already.",
  );
  const { body } = await owner.asServer("GET", "/v1/audit");
  const lines = body.items.filter(
    ({ action }: { action: string }) => action === "import_customers",
  );
  expect(lines).toMatchObject([{ subject: "2500 customers" }]);
});

test("the keys of a new site each say where they go", async () => {
  const { location } = await owner.post(
    "/owner/sites/test",
    await formOn("/owner/sites/settings", "/owner/sites/test"),
  );
  const page = await owner.get(location ?? "");
  expect(page).toContain("# Public key: data-site of the script");
  expect(page).toContain("ENISHI_SECRET_KEY");
  expect(page).toContain("ENISHI_SIGNING_KEY");
});
