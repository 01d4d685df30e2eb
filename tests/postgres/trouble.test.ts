import { expect, onTestFinished, test } from "vitest";
import { openPostgres } from "../../collector/storage/postgres/open-postgres.ts";
import { insertPerson } from "../../collector/storage/queries/people.ts";
import { onServer } from "./provide-server.ts";
import { postgresAt } from "./test-database.ts";

const created_at = 1;

/** A server on which every new row of people meets an error. */
async function openTroubled(code: string) {
  const url = await postgresAt();
  const storage = await openPostgres(url);
  onTestFinished(storage.close);
  await onServer(
    url,
    `insert into sites (id, name, public_key, signing_key, origins, consent, created_at)
      values ('s', 's', 'pk', '', '[]', 'granted', ${created_at});
    create function meet() returns trigger language plpgsql as
      $$ begin raise exception 'no room' using errcode = '${code}'; end $$;
    create trigger trouble before insert on people for each row execute function meet()`,
  );
  return {
    storage,
    mend: () => onServer(url, "drop trigger trouble on people"),
  };
}

test.each([
  ["the disk is full", "53100"],
  ["the disk fails", "58030"],
  ["a page is damaged", "XX001"],
])(
  "where %s, whoever has sent a row on its way before is told to come again",
  async (_, code) => {
    const { storage, mend } = await openTroubled(code);
    const order = () =>
      storage.commitGroup([
        {
          needsSavepoint: true,
          async run(db) {
            insertPerson(db, { id: "p", site_id: "s", created_at });
            await new Promise(process.nextTick);
            return db.selectFrom("people").select("id").execute();
          },
        },
      ]);
    await expect(order()).rejects.toMatchObject({ code: "overloaded" });
    await mend();
    expect(await order()).toMatchObject([{ status: "fulfilled" }]);
  },
);
