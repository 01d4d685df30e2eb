import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { openPostgresReader } from "../../collector/storage/postgres/open-postgres.ts";
import { onServer } from "./provide-server.ts";
import { postgresAt } from "./test-database.ts";

test("where the server lets in no further connection, who reads waits for one that is open", async () => {
  const url = new URL(await postgresAt());
  const role = `few_${randomBytes(4).toString("hex")}`;
  await onServer(
    url.href,
    `create role ${role} login connection limit 2 password 'few'`,
  );
  onTestFinished(() => onServer(url.href, `drop role ${role}`).then(() => {}));
  const own = new URL(url);
  own.username = role;
  own.password = "few";
  const reader = openPostgresReader(own.href);
  onTestFinished(() => reader.destroy());
  const read = () => sql<{ it: number }>`select 1 as it`.execute(reader);
  await read();
  for (let round = 0; round < 3; round++) {
    const all = await Promise.all(Array.from({ length: 24 }, read));
    for (const { rows } of all) expect(rows).toEqual([{ it: 1 }]);
  }
});
