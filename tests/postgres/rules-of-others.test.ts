import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { ConversionAnswer } from "../../collector/actions/answer-conversion.ts";
import { listPrograms } from "../../collector/actions/list-programs.ts";
import { putMember } from "../../collector/actions/put-member.ts";
import type { Command } from "../../collector/ingest/commands.ts";
import { commitCommands } from "../../collector/ingest/commit-commands.ts";
import { openWork, word } from "../open-work.ts";

test("an order goes by the rules that another collector has changed just before it", async () => {
  const path = randomUUID();
  const own = await openWork(path);
  const other = await openWork(path);
  const { siteId } = own;
  const [program] = await listPrograms(own.work, { siteId });
  const { member } = await putMember(own.work, { siteId, externalId: "h" });
  const now = own.clock.now + 1_000;
  for (const { clock } of [own, other]) clock.now = now;
  const put = (state: string): Command => ({
    name: "putProgram",
    input: { siteId, program: { ...program, state }, by: "x" },
  });
  const send = ({ storage, work }: typeof own, ...commands: Command[]) =>
    commitCommands(storage, work, commands);
  let sent = 0;
  const orders = async (...before: Command[]) => {
    const id = `friend-${sent++}`;
    const customer = { id, email: null, existing: null };
    const { code } = member;
    const outcomes = await send(own, ...before, {
      name: "recordConversion",
      input: {
        siteId,
        word: word({ orderId: id, customer, code, occurredAt: now }),
      },
    });
    const last = outcomes.at(-1);
    return last?.ok
      ? (last.value as { conversion: ConversionAnswer }).conversion.because
      : last;
  };
  expect([await orders(), await orders()]).toEqual([null, null]);
  await send(other, put("paused"));
  expect([await orders(), await orders()]).toEqual([
    "outside_program",
    "outside_program",
  ]);
  expect([await orders(put("live")), await orders()]).toEqual([null, null]);
  await send(other, put("paused"));
  expect(await orders()).toBe("outside_program");
  await own.close();
  await other.close();
});
