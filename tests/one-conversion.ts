import { addGiftCodes } from "../collector/actions/add-gift-codes.ts";
import { createEndpoint } from "../collector/actions/change-endpoints.ts";
import { createFirstSite } from "../collector/actions/create-first-site.ts";
import { createGiftPool } from "../collector/actions/create-gift-pool.ts";
import { createPayout } from "../collector/actions/create-payout.ts";
import { listPrograms } from "../collector/actions/list-programs.ts";
import { putMember } from "../collector/actions/put-member.ts";
import { putProgram } from "../collector/actions/put-program.ts";
import { firstSite } from "../collector/actions/read-site.ts";
import { recordConversion } from "../collector/actions/record-conversion.ts";
import type { Work } from "../collector/actions/work.ts";
import type { Command } from "../collector/ingest/commands.ts";
import { commitCommands } from "../collector/ingest/commit-commands.ts";
import { isPostgres } from "../collector/storage/is-postgres.ts";
import { openPostgres } from "../collector/storage/postgres/open-postgres.ts";
import { openSqlite } from "../collector/storage/sqlite/open-sqlite.ts";
import { openVault } from "../collector/storage/vault.ts";
import { webhookTypes } from "../sdk/protocol/webhook.ts";
import { word } from "./open-work.ts";

/** What one conversion can be: each writes other tables. */
export const situations = ["lead", "sale", "claim", "refund"] as const;
export type Situation = (typeof situations)[number];

const by = "test";

/** A database whose clock stands still and whose names are counted: what is done twice leaves the same bytes. */
async function openStill(path: string, firstName: number) {
  const open = isPostgres(path) ? openPostgres : openSqlite;
  const storage = await open(path);
  let named = firstName;
  const next = () => {
    named += 1;
    return String(named).padStart(12, "0");
  };
  const work: Work = {
    db: storage.db,
    vault: openVault(new Uint8Array(32).fill(7)),
    publicUrl: "https://ref.shop.example",
    now: () => Date.UTC(2026, 3, 1),
    newId: (prefix) => `${prefix}_${next()}`,
    newCode: () => next().slice(-8).replaceAll("0", "Z").replaceAll("1", "Y"),
    newSecret: () => `whsec-${next()}`,
  };
  return { storage, work };
}

/** Makes the database in which everything stands that the conversions need, and much that they change. */
export async function prepareDatabase(path: string): Promise<void> {
  const { storage, work } = await openStill(path, 0);
  await createFirstSite(work, {
    publicKey: "pk_test",
    secretKey: "sk_test",
    signingKey: "sig_test",
    origins: ["https://shop.example"],
    consent: "granted",
  });
  const siteId = (await firstSite(work))?.id ?? "";
  const [rules] = await listPrograms(work, { siteId });
  if (!rules) throw new Error("The first site has no programme.");
  const steps = rules.steps.map((step) => ({ ...step, holdDays: 0 }));
  const program = { ...rules, steps, budgetMinor: 1_000_000 };
  await putProgram(work, { siteId, program, by });
  await createEndpoint(work, {
    siteId,
    url: "https://crm.example/hooks",
    events: [...webhookTypes],
    by,
  });
  const { id } = await createGiftPool(work, {
    siteId,
    by,
    name: "300 yen",
    programId: "default",
    on: "lead",
    to: null,
    valueMinor: 300,
    currency: "JPY",
    url: null,
    lowBelow: 5,
  });
  const codes = ["A", "B", "C", "D"].map((code, n) => ({ line: n + 1, code }));
  await addGiftCodes(work, { siteId, pool: id, codes, by });
  const { member } = await putMember(work, { siteId, externalId: "hanako" });
  const order = (orderId: string, friend: string, trust: "server" | "claim") =>
    recordConversion(work, {
      siteId,
      word: word({ ...orderOf(orderId, friend), code: member.code, trust }),
    });
  await order("bought", "saburo", "server");
  await order("claimed", "shiro", "claim");
  await createPayout(work, {
    siteId,
    by,
    runId: "april",
    currency: "JPY",
    minimumMinor: 0,
    kinds: null,
  });
  await storage.close();
}

function orderOf(orderId: string, friend: string) {
  return {
    orderId,
    customer: { id: friend, email: `${friend}@example.com`, existing: null },
    visitor: `visitor-of-${friend}-01`,
  };
}

/** Runs the one conversion as the writer's thread does; `begin` and `end` are called just before and after. */
export async function runConversion(
  path: string,
  situation: Situation,
  begin: () => void = () => {},
  end: () => void = () => {},
): Promise<void> {
  const { storage, work } = await openStill(path, 1_000_000);
  const command = await commandOf(work, situation);
  begin();
  const [outcome] = await commitCommands(storage, work, [command]);
  end();
  if (!outcome?.ok) throw new Error(`Expected ${situation} to be taken.`);
  await storage.close();
}

async function commandOf(work: Work, situation: Situation): Promise<Command> {
  const siteId = (await firstSite(work))?.id ?? "";
  if (situation === "refund")
    return {
      name: "refundConversion",
      input: {
        siteId,
        conversion: "order:bought",
        refundId: "R1",
        amountMinor: 40_000,
        by,
      },
    };
  if (situation === "claim")
    return {
      name: "verifyConversion",
      input: { siteId, conversion: "order:claimed", by },
    };
  const [code] = await work.db.selectFrom("codes").select("code").execute();
  const facts = { ...orderOf(`new-${situation}`, "taro"), type: situation };
  return {
    name: "recordConversion",
    input: { siteId, word: word({ ...facts, code: code?.code ?? null }) },
  };
}
