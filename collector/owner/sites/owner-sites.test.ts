import { expect, test } from "vitest";
import { fieldsIn, openOwner } from "../../../tests/open-owner.ts";

async function desk() {
  const owner = await openOwner();
  const csrf = async (page = "/owner/sites") =>
    fieldsIn(await owner.get(page)).get("csrf") ?? "";
  const act = async (path: string, fields: [string, string][] = []) =>
    owner.post(path, [["csrf", await csrf()], ...fields]);
  const add = (name: string) =>
    act("/owner/sites", [
      ["name", name],
      ["origins", `https://${name.toLowerCase()}.example`],
      ["consent", "required"],
      ["timeZone", "Europe/Berlin"],
      ["currency", "eur"],
    ]);
  return { ...owner, csrf, act, add };
}

test("a site that is added is shown from then on, and its keys are shown once", async () => {
  const { add, get, act, siteId, call, close } = await desk();
  expect(await get("/owner")).not.toContain('id="site-shown"');
  const made = await add("Second");
  expect(made.location).toBe("/owner/sites/settings");
  const page = await get("/owner/sites/settings");
  const secret = /sk_[\w-]{32}/.exec(page)?.[0] ?? "";
  expect(page).toMatch(/pk_[\w-]{22}\n/);
  expect(page).toContain("https://second.example</textarea>");
  expect(await get("/owner/sites/settings")).not.toContain(secret);
  expect(
    (
      await call("GET", "/v1/members", undefined, {
        Authorization: `Bearer ${secret}`,
      })
    ).status,
  ).toBe(200);
  // Every page says which site it shows.
  expect(await get("/owner")).toMatch(
    /<option value="[^"]+" selected="">Second/,
  );
  await act("/owner/sites/choice", [["site", siteId]]);
  expect(await get("/owner/install")).toContain("pk_test");
  await close();
});

test("what is wrong with a new site is said, and what was typed stays", async () => {
  const { act, close } = await desk();
  const { status, html } = await act("/owner/sites", [
    ["name", "Mine"],
    ["origins", "https://mine.example"],
    ["consent", "granted"],
    ["timeZone", "Mars/Olympus"],
    ["currency", "EUR"],
  ]);
  expect(status).toBe(422);
  expect(html).toContain("Mars/Olympus");
  expect(html).toContain('value="Mine"');
  await close();
});

test("a form acts on the site that its page showed, whatever was chosen beside it", async () => {
  const { add, csrf, post, siteId, work, close } = await desk();
  const ofFirst = await csrf();
  await add("Second");
  await post("/owner/sites/name", [
    ["csrf", ofFirst],
    ["name", "Renamed"],
  ]);
  const sites = await work.db
    .selectFrom("sites")
    .select(["id", "name"])
    .orderBy("created_at")
    .execute();
  expect(sites.find(({ id }) => id === siteId)?.name).toBe("Renamed");
  expect(sites.map(({ name }) => name)).toContain("Second");
  const forged = await post("/owner/sites/name", [
    ["csrf", `${ofFirst.split(".")[0]}.site_none`],
    ["name", "X"],
  ]);
  expect(forged.status).toBe(403);
  await close();
});

test("the snippet says what the consent setting says, and whoever changes one is told to change the other", async () => {
  const { act, get, close } = await desk();
  const save = async (consent: string) => {
    await act("/owner/sites/consent", [["consent", consent]]);
    return get("/owner/sites/settings");
  };
  expect(await get("/owner/install")).toContain(
    "data-consent=&quot;granted&quot;",
  );
  const changed = "Now change the snippet in your pages too";
  const news = await save("required");
  expect(news).toContain(changed);
  expect(news).toContain("data-consent=&quot;required&quot;");
  expect(await get("/owner/install")).toContain(
    "data-consent=&quot;required&quot;",
  );
  expect(await save("required")).not.toContain(changed);
  await close();
});

test("keys are made, replaced and ended, each shown once", async () => {
  const { act, get, close } = await desk();
  await act("/owner/sites/keys/api", [["label", "CRM"]]);
  const page = await get("/owner/sites/keys");
  const key = /sk_[\w-]{32}/.exec(page)?.[0] ?? "";
  expect(page).toContain("CRM");
  expect(page).toContain(`sk_…${key.slice(-4)}`);
  expect(await get("/owner/sites/keys")).not.toContain(key);
  const id = /keys\/api\/([\w-]+)\/replacement/.exec(page)?.[1] ?? "";
  await act(`/owner/sites/keys/api/${id}/replacement`, [["overlap", "24"]]);
  await act("/owner/sites/keys/signing", [["overlap", "168"]]);
  await act("/owner/sites/keys/public");
  const after = await get("/owner/sites/keys");
  expect(after).toContain("Former signing key");
  expect(after).toContain("Holds until you end it");
  expect(after).toContain("<code>pk_test</code>");
  for (const [, path = ""] of after.matchAll(
    /action="(\/owner\/sites\/keys\/[\w/-]+\/ending)"/g,
  ))
    await act(path);
  const end = await get("/owner/sites/keys");
  expect(end).toContain("There is no API key that holds.");
  expect(end).not.toContain("Former");
  await close();
});

test("a test site carries its band, is settled and reset, and the site itself never is", async () => {
  const { act, get, work, close } = await desk();
  const refused = await act("/owner/sites/reset", [["sure", "yes"]]);
  expect(refused.status).toBe(303);
  expect(await get("/owner/sites/settings")).toContain("That did not work.");
  await act("/owner/sites/test");
  const page = await get("/owner/sites/settings");
  expect(page).toContain(
    "Test site: no money counts here, and nothing is paid out.",
  );
  expect(page).toMatch(/sk_test_[\w-]{32}/);
  expect(await get("/owner/rewards")).toContain('class="trial"');
  expect(await get("/owner/payouts")).toContain("nothing to pay out");
  await act("/owner/sites/settlement");
  expect(await get("/owner/sites/settings")).toContain("0 rewards");
  await act("/owner/sites/reset");
  expect(await get("/owner/sites/settings")).toContain("Tick the box first");
  await act("/owner/sites/reset", [["sure", "yes"]]);
  expect(await get("/owner/sites/settings")).toContain("is empty");
  const actions = (
    await work.db.selectFrom("audit").select("action").execute()
  ).map(({ action }) => action);
  expect(actions).toEqual([
    "create_test_site",
    "create_site",
    "reset_test_site",
  ]);
  await close();
});

test("a site is closed after a confirmation that says what happens, and opened again", async () => {
  const { act, add, get, call, clock, siteId, close } = await desk();
  await add("Second");
  await act("/owner/sites/choice", [["site", siteId]]);
  const asked = await get("/owner/sites/settings");
  for (const said of ["API keys are refused", "Nothing is deleted"])
    expect(asked).toContain(said);
  await act("/owner/sites/closing");
  expect(await get("/owner/sites/settings")).toContain("Tick the box first");
  await act("/owner/sites/closing", [["sure", "yes"]]);
  const closed = await get("/owner/sites/settings");
  expect(closed).toContain("The site is closed.");
  expect(closed).toContain("Closed site: its programmes have ended");
  expect(closed).not.toContain('action="/owner/sites/closing"');
  expect(await get("/owner")).not.toContain("Start with the snippet");
  const install = await get("/owner/install");
  expect(install).toContain("nothing that comes in is recorded");
  expect(install).not.toContain("Nothing has come in from a page");
  const asServer = () =>
    call("GET", "/v1/members", undefined, { Authorization: "Bearer sk_test" });
  clock.now += 6_000;
  expect((await asServer()).status).toBe(401);
  expect(await get("/owner/audit")).toContain("Site closed");
  // In the list, and no longer in the head of another's pages.
  const [, second = ""] =
    /name="site" value="([^"]+)"/.exec(await get("/owner/sites")) ?? [];
  await act("/owner/sites/choice", [["site", second]]);
  const list = await get("/owner/sites");
  expect(list).toMatch(/class="tag">Closed</);
  expect(list).not.toContain('id="site-shown"');
  expect(await get("/owner/sites?lang=ja")).toMatch(/class="tag">閉鎖</);
  await get("/owner/sites?lang=en");
  await act("/owner/sites/choice", [["site", siteId]]);
  await act("/owner/sites/reopening");
  expect(await get("/owner/sites/settings")).toContain(
    "The site is open again.",
  );
  clock.now += 6_000;
  expect((await asServer()).status).toBe(200);
  await close();
});

test("a file of customers is imported, and lines that cannot be read are named", async () => {
  const { request, get, csrf, act, whenDone, work, close } = await desk();
  expect(await get("/owner")).toContain("nobody has said who is new");
  const body = new FormData();
  body.set("csrf", await csrf());
  const lines = Array.from({ length: 2_500 }, (_, n) => `c${n}`);
  lines[3] = "bad@";
  body.set("file", new File([lines.join("\n")], "customers.csv"));
  const answer = await request("/owner/sites/customers", {
    method: "POST",
    body,
  });
  expect(answer.status).toBe(303);
  const end = await whenDone(answer.headers.get("location"));
  const page = await get(end ?? "");
  expect(page).toContain("2,499 added");
  expect(page).toContain("line 4: bad@");
  expect(page).toContain("Imported: 2,499 ids");
  const { n } = await work.db
    .selectFrom("known_customers")
    .select((by) => by.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  expect(n).toBe(2_499);
  expect(await get("/owner")).not.toContain("nobody has said who is new");
  await act("/owner/sites/customers/forgetting", [["named", "c7"]]);
  expect(await get("/owner/sites/customers")).toContain("is forgotten");
  await act("/owner/sites/customers/forgetting", [["named", "c7"]]);
  expect(await get("/owner/sites/customers")).toContain("did not work");
  await close();
});

test("the install page says what is wrong, with what mends it", async () => {
  const { get, call, asPage, events, act, clock, close } = await desk();
  const settings = (site: string, origin: string) =>
    call("GET", `/v1/settings?site=${site}`, undefined, { Origin: origin });
  await settings("pk_test", "https://www.shop.example");
  await settings("pk_wrong", "https://shop.example");
  await asPage("POST", "/v1/members", { site: "pk_test", token: "a.b.c" });
  await events([
    {
      id: "event-00000000000000001",
      type: "sale",
      at: clock.now,
      orderId: "S-1",
      amountMinor: 100,
      currency: "JPY",
    },
  ]);
  const page = await get("/owner/install");
  expect(page).toContain(
    "Pages on https://www.shop.example use this site’s key",
  );
  expect(page).toContain("pk_wrong");
  expect(page).toContain("Signed tokens are refused");
  expect(page).toContain("no widget was ever seen");
  expect(page).toContain("Your server has never confirmed an order");
  await act("/owner/install/origins", [
    ["origins", "https://shop.example\nhttps://www.shop.example"],
  ]);
  expect(await get("/owner/install")).not.toContain("Pages on https://www.");
  await close();
});

test("ten thousand sites are listed by pages, found by name, and cost an origin one look-up", async () => {
  const { work, get, call, close } = await desk();
  const many = Array.from({ length: 10_000 }, (_, n) => n);
  for (let at = 0; at < many.length; at += 1_000) {
    const part = many.slice(at, at + 1_000);
    await work.db
      .insertInto("sites")
      .values(
        part.map((n) => ({
          id: `site_${n}`,
          name: `Shop ${n}`,
          public_key: `pk_${n}`,
          signing_key: work.vault.encrypt("sig"),
          origins: `["https://s${n}.example"]`,
          consent: "granted" as const,
          created_at: work.now() + n + 1,
        })),
      )
      .execute();
    await work.db
      .insertInto("site_origins_allowed")
      .values(
        part.map((n) => ({
          origin: `https://s${n}.example`,
          site_id: `site_${n}`,
        })),
      )
      .execute();
  }
  const list = await get("/owner/sites?page=2");
  expect(list).toContain("Shop 60");
  expect(list).not.toContain("Shop 600");
  expect(await get("/owner/sites?query=Shop+9876")).toContain("s9876.example");
  const preflight = await call("OPTIONS", "/v1/events", undefined, {
    Origin: "https://s9999.example",
  });
  expect(preflight.headers.get("access-control-allow-origin")).not.toBeNull();
  await close();
});
