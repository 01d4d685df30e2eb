import type { Context } from "hono";
import type { z } from "zod";
import { maxBodyBytes } from "../../sdk/protocol/limits.ts";
import { Refusal } from "./refusal.ts";
import { validate } from "./validate.ts";

/** No message of ours nests deeper than half of this. */
const maxDepth = 16;

/** Reads a body as JSON and checks it against its schema. Throws `body_too_large`, `malformed_body` or `invalid_field`. */
export async function readBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  return validate(schema, await readJson(c));
}

/** Reads a body as JSON, whatever type it claims: beacons are sent as `text/plain` to save the preflight. */
export async function readJson(
  c: Context,
  maxBytes = maxBodyBytes,
): Promise<unknown> {
  return parseJson(await readText(c, maxBytes));
}

/** A text as JSON that is not nested without end, be there a byte order mark before it. Throws `malformed_body`. */
export function parseJson(marked: string): unknown {
  const text =
    marked.charCodeAt(0) === byteOrderMark ? marked.slice(1) : marked;
  if (isDeeperThan(text, maxDepth))
    throw new Refusal(
      "malformed_body",
      `Expected at most ${maxDepth} levels of nesting.`,
    );
  return parsed(text);
}

/** An optional body: none at all is an empty object. */
export async function readOptionalBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await readText(c);
  return validate(schema, text.trim() === "" ? {} : parseJson(text));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(
      "malformed_body",
      text === ""
        ? "Expected JSON and got an empty body."
        : `Expected JSON. The parser says: ${(error as Error).message.slice(0, 200).toWellFormed()}.`,
    );
  }
}

/** Looks at the announced length before reading, and counts where none is announced. Throws `body_too_large` or `malformed_body`. */
export async function readText(
  c: Context,
  maxBytes = maxBodyBytes,
): Promise<string> {
  const encoding = c.req.header("content-encoding");
  if (encoding && encoding !== "identity")
    throw new Refusal(
      "malformed_body",
      `Expected an uncompressed body and got Content-Encoding "${encoding.slice(0, 40)}". Send it as it is.`,
    );
  const announced = c.req.header("content-length");
  try {
    if (announced === undefined) return await readCounting(c.req.raw, maxBytes);
    if (Number(announced) > maxBytes) throw tooLarge(maxBytes);
    return await c.req.text();
  } catch (error) {
    throw endedBy(error);
  }
}

/** For a caller who hung up in the middle, or whose body was refused there. */
export function endedBy(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(
    "malformed_body",
    "The body ended before it was complete. Send it again.",
  );
}

async function readCounting(
  { body }: Request,
  maxBytes: number,
): Promise<string> {
  if (!body) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString("utf8");
    bytes += value.byteLength;
    // Not cancelled: that would cut the connection before the caller has its answer. The server drains the rest.
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(value);
  }
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal(
    "body_too_large",
    `Expected at most ${maxBytes} bytes. Send less at a time.`,
  );
}

const byteOrderMark = 0xfeff;
const quote = 34;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;
const openBracket = 91;
const closeBracket = 93;

/** Whether lists and objects of a JSON text are nested deeper than `levels`. Looks at the text: cheaper than walking the values. */
export function isDeeperThan(text: string, levels: number): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const symbol = text.charCodeAt(at);
    if (isInString) {
      if (symbol === backslash) at += 1;
      else if (symbol === quote) isInString = false;
    } else if (symbol === quote) isInString = true;
    else if (symbol === openBrace || symbol === openBracket) {
      depth += 1;
      if (depth > levels) return true;
    } else if (symbol === closeBrace || symbol === closeBracket) depth -= 1;
  }
  return false;
}
