import { expect, test } from "vitest";
import { openApp } from "../../tests/open-app.ts";
import { releaseHold, voidHeld } from "./settle-hold.ts";

async function heldLead() {
  const open = await openApp();
  const { code } = await open.member();
  const lead = {
    type: "lead",
    orderId: "L1",
    code,
    customer: { id: "taro", email: "taro@mailinator.com" },
  };
  const record = async (more: object = {}) =>
    (await open.asServer("POST", "/v1/conversions", { ...lead, ...more })).body;
  const { id: conversion } = await record();
  const { siteId } = open;
  return { ...open, record, act: { siteId, conversion, by: "owner" } };
}

test("an order that is let through goes on, once, and no later word holds it again", async () => {
  const { work, act, record, asServer, close } = await heldLead();
  const released = await releaseHold(work, act);
  expect(released.verdict).toMatchObject({ held: false, released: true });
  expect(released.rewards.map(({ because }) => because)).not.toContain(
    "fraud_hold",
  );
  await releaseHold(work, act);
  const { body } = await asServer("GET", `/v1/audit?subject=${act.conversion}`);
  expect(
    body.items.filter(
      ({ action }: { action: string }) => action === "release_hold",
    ),
  ).toMatchObject([{ actor: "owner" }]);

  const later = await record({ grossProfitMinor: 500 });
  expect(later.verdict).toMatchObject({ held: false, released: true });
  await close();
});

test("what is held can be taken back, and each reward says why", async () => {
  const { work, act, asServer, close } = await heldLead();
  const taken = await voidHeld(work, { ...act, reason: "a made-up friend" });
  expect(taken.rewards.map(({ state }) => state)).toEqual(["void", "void"]);
  const { body } = await asServer("GET", "/v1/audit");
  expect(body.items.slice(0, 2)).toMatchObject([
    { action: "void_reward", actor: "owner", reason: "a made-up friend" },
    { action: "void_reward", actor: "owner", reason: "a made-up friend" },
  ]);
  expect(await releaseHold(work, act)).toEqual(taken);
  await close();
});
