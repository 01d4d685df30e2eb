import { insertOnce } from "../compiled-once.ts";

export const insertLedgerEntry = insertOnce("ledger", [
  "id",
  "site_id",
  "reward_id",
  "entry",
  "amount_minor",
  "currency",
  "key",
  "actor",
  "reason",
  "at",
]);
