import { setImmediate as oneTurn } from "node:timers/promises";
import { jsonPieces } from "../domain/json-pieces.ts";
import type { PersonExport } from "./export-person.ts";

/** A person's data as JSON, told piece by piece, so that others are answered in between. */
export function personFile(
  data: PersonExport,
  indent = 0,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const pieces = jsonPieces(data, indent);
  return new ReadableStream({
    async pull(controller) {
      await oneTurn();
      const { value, done } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
