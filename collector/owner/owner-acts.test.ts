import { expect, test } from "vitest";
import { DomainError } from "../domain/domain-error.ts";
import { pagesWith } from "./owner-pages.fixture.ts";

test("confirming, paying and voiding reach the writer with the owner's name", async () => {
  const owner = pagesWith();
  await owner.signIn();
  const input = { siteId: "site_1", reward: "rwd_1", by: "owner" };
  await owner.act("/owner/rewards/rwd_1/confirmation");
  expect(owner.run).toHaveBeenLastCalledWith("confirmReward", input);
  await owner.act("/owner/rewards/rwd_1/payment");
  expect(owner.run).toHaveBeenLastCalledWith("payReward", input);
  await owner.act("/owner/rewards/rwd_1/void", { reason: " returned " });
  expect(owner.run).toHaveBeenLastCalledWith("voidReward", {
    ...input,
    reason: "returned",
  });
});

test("an act goes back to the list it came from, which says once how it went", async () => {
  const owner = pagesWith();
  await owner.signIn();
  const csrf = await owner.tokenOf("/owner/rewards");
  const answer = await owner.post(
    "/owner/rewards/rwd_1/confirmation",
    { csrf },
    { referer: "http://collector.test/owner/rewards?state=pending" },
  );
  const list = answer.headers.get("location") ?? "";
  expect(list).toBe("/owner/rewards?state=pending");
  expect(await owner.get(`${list}&lang=en`)).toContain(
    "The reward is confirmed.",
  );
  expect(await owner.get(list)).not.toContain("The reward is confirmed.");
});

test("nothing is voided without a reason", async () => {
  const owner = pagesWith();
  await owner.signIn();
  await owner.act("/owner/rewards/rwd_1/void", { reason: "  " });
  expect(owner.run).not.toHaveBeenCalled();
  expect(await owner.get("/owner/rewards?lang=en")).toContain("Say why");
});

test("the site's origins are written one a line", async () => {
  const owner = pagesWith();
  await owner.signIn();
  const page = await owner.get("/owner/install?lang=en");
  expect(page).toContain(">http://shop.test</textarea>");
  await owner.act("/owner/install/origins", {
    origins: " https://new.example\r\n\r\nhttp://shop.test/ ",
  });
  expect(owner.run).toHaveBeenLastCalledWith("changeOrigins", {
    siteId: "site_1",
    origins: ["https://new.example", "http://shop.test/"],
    by: "owner",
  });
  expect(await owner.get("/owner/install?lang=en")).toContain(
    "The origins are saved.",
  );
});

test("a line that is no origin is shown, and nothing is saved", async () => {
  const owner = pagesWith();
  await owner.signIn();
  await owner.get("/owner/install?lang=en");
  await owner.act("/owner/install/origins", { origins: "shop.example/<b>" });
  expect(owner.run).not.toHaveBeenCalled();
  expect(await owner.get("/owner/install")).toContain(
    "got “shop.example/&lt;b&gt;”",
  );
});

test("a refusal is said in the reader's language", async () => {
  const owner = pagesWith();
  await owner.signIn();
  await owner.get("/owner?lang=ja");
  owner.run.mockRejectedValueOnce(
    new DomainError(
      "state_conflict",
      "A reward that is void cannot become paid.",
    ),
  );
  await owner.act("/owner/rewards/rwd_1/payment");
  expect(await owner.get("/owner/rewards")).toContain(
    "その間に状態が変わったか",
  );
});
