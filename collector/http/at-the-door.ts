import type { ServerResponse } from "node:http";
import { describe, problemAnswer } from "./problem.ts";
import { Refusal } from "./refusal.ts";
import { newRequestId } from "./request-id.ts";

/** Told at the door, before anything is read: to refuse must cost far less than to take. */
export const tooMany = new Refusal(
  "overloaded",
  "Too many calls at once. Send this again in a few seconds; its id makes that harmless.",
);

const idMark = "{id}";
const model = told(tooMany, idMark);
const sameForAll = ["Content-Type", "Cache-Control", "Retry-After"].flatMap(
  (name) => [name, model.headers[name] ?? ""],
);

/** Made beforehand but for its id: of these there are many when there is no time. */
export function turnAway(outgoing: ServerResponse): void {
  const id = newRequestId();
  const body = model.body.replace(idMark, id);
  const length = String(body.length);
  outgoing
    .writeHead(model.status, [
      ...sameForAll,
      ...["Enishi-Request-Id", id, "Content-Length", length],
    ])
    .end(body);
}

/** A refusal as an answer of the web's. */
export function refusal(why: Refusal): Response {
  const { body, status, headers } = told(why);
  return new Response(body, { status, headers });
}

/** A refusal as it is sent, with an id of its own. */
export function told(
  why: Refusal,
  id = newRequestId(),
): { body: string; status: number; headers: Record<string, string> } {
  const { body, status, headers } = problemAnswer(describe(why), id);
  const more = {
    "Enishi-Request-Id": id,
    ...(why.code === "overloaded" ? { "Retry-After": "2" } : {}),
  };
  return { body, status, headers: { ...headers, ...more } };
}
