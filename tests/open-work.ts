import { createFirstSite } from "../collector/actions/create-first-site.ts";
import { firstSite } from "../collector/actions/read-site.ts";
import type { Work } from "../collector/actions/work.ts";
import { newCode, newId, newSecret } from "../collector/ingest/new-names.ts";
import { openSqlite } from "../collector/storage/sqlite/open-sqlite.ts";
import type { Storage } from "../collector/storage/storage.ts";
import { openVault } from "../collector/storage/vault.ts";
import { emptyPostgres, openPostgresOf } from "./postgres/test-database.ts";

/**
 * The site of a file, or an empty one in memory, whose clock stands still until it is moved: for tests of actions.
 * In the project that runs them on PostgreSQL, a database of that server stands for the file.
 */
export async function openWork(path = ":memory:") {
  const clock = { now: Date.UTC(2026, 3, 1) };
  const storage = await openStorage(path);
  const work: Work = {
    db: storage.db,
    vault: openVault(new Uint8Array(32).fill(7)),
    publicUrl: "https://ref.shop.example",
    now: () => clock.now,
    newId,
    newCode,
    newSecret,
  };
  if (!(await firstSite(work))) {
    await createFirstSite(work, {
      publicKey: "pk_test",
      secretKey: "sk_test",
      signingKey: "sig_test",
      origins: ["https://shop.example"],
      consent: "granted",
    });
  }
  const site = await firstSite(work);
  if (!site) throw new Error("The first site was not made.");
  return {
    work,
    storage,
    clock,
    siteId: site.id,
    close: () => storage.close(),
  };
}

function openStorage(path: string): Promise<Storage> {
  if (process.env.ENISHI_TEST_ENGINE !== "postgres") return openSqlite(path);
  return path === ":memory:" ? emptyPostgres() : openPostgresOf(path);
}

/** What a server says of an order, all the rest left out. */
export function word(
  facts: Partial<
    import("../collector/actions/conversion-word.ts").ConversionWord
  > & {
    orderId: string;
  },
): import("../collector/actions/conversion-word.ts").ConversionWord {
  return {
    type: "sale",
    amountMinor: facts.type === "lead" ? null : 100_000,
    currency: facts.type === "lead" ? null : "JPY",
    grossProfitMinor: null,
    marginClass: null,
    customer: { id: null, email: null, existing: null },
    code: null,
    rawCode: null,
    touches: [],
    visitor: null,
    occurredAt: Date.UTC(2026, 3, 1),
    trust: "server",
    ...facts,
  };
}
