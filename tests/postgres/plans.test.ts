import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { putMember } from "../../collector/actions/put-member.ts";
import { commitCommands } from "../../collector/ingest/commit-commands.ts";
import { openWork, word } from "../open-work.ts";
import { onServer } from "./provide-server.ts";
import { postgresAt } from "./test-database.ts";

test("an order reads no others, though the tables have filled since the server planned for it", async () => {
  const path = randomUUID();
  const url = await postgresAt(path);
  const { storage, work, siteId, close } = await openWork(path);
  const { code } = (await putMember(work, { siteId, externalId: "h" })).member;
  let sent = 0;
  const order = async () => {
    const customer = { id: `friend-${sent}`, email: null, existing: null };
    const input = {
      siteId,
      word: word({ orderId: `O${sent++}`, customer, code }),
    };
    await commitCommands(storage, work, [{ name: "recordConversion", input }]);
  };
  // Among them the one after which all is planned anew.
  for (let n = 0; n < 14; n++) await order();
  const columns = `site_id, type, touches, occurred_at, recorded_at, trust, friend_id, warnings, refunded_minor`;
  await onServer(
    url,
    `insert into conversions (id, order_id, ${columns})
      select 'cnv_' || n, 'X' || n, ${columns} from generate_series(1, 3000) as n, (select * from conversions limit 1) as one`,
  );
  await order();
  await order();
  await close();
  // A session tells what it has read at its end.
  const [read] = await onServer<{ rows: string }>(
    url,
    "select seq_tup_read as rows from pg_stat_user_tables where relname = 'conversions'",
  );
  expect(Number(read?.rows)).toBeLessThan(2_000);
});
