import { expect } from "vitest";
import type { EnishiEvent } from "../sdk/protocol/events.ts";
import type { siteApi } from "./site-api.ts";
import { nextBatch } from "./streamed-events.ts";

/** Sends batches, each once, over and over until it is told to stop, and tells which were acknowledged. */
export function keepSending(
  api: ReturnType<typeof siteApi>,
  { code, senders }: { code: string; senders: number },
) {
  const acknowledged: EnishiEvent[][] = [];
  const refused: EnishiEvent[][] = [];
  let isOver = false;
  const send = async () => {
    while (!isOver) {
      const batch = await nextBatch(code);
      const { status, body } = await api.send(batch);
      if (status === 202) expect(body.refused).toEqual([]);
      else expect(body).toMatchObject({ status: 503, code: "overloaded" });
      (status === 202 ? acknowledged : refused).push(batch);
    }
  };
  const sent = Promise.all(Array.from({ length: senders }, send));
  return {
    acknowledged,
    refused,
    async stop() {
      isOver = true;
      await sent;
    },
  };
}
