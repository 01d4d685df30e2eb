import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { temporaryFolder } from "../../tests/collector-process.ts";
import type { Load, Measured } from "./load.ts";

/** What stands in a request for a value, and how wide the value is. */
const marks: Record<string, [byte: string, width: number]> = {
  "{id}": ["\x01", 21],
  "{n}": ["\x02", 12],
  "{visitor}": ["\x03", 22],
  "{now}": ["\x04", 13],
};

let program: string | null | undefined;

/** The load as a program in C, which takes little of the processor; `null` where it cannot be compiled. */
export function fastLoad(): ((load: Load) => Promise<Measured>) | null {
  program ??= compiled();
  const path = program;
  return path === null ? null : (load) => run(path, load);
}

async function run(
  path: string,
  { port, seconds, connections, request }: Load,
): Promise<Measured> {
  const words = [port, seconds, connections].map(String);
  const child = spawn(path, words, { stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.end(markedRequest(request), "latin1");
  const [said, why] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  if (child.exitCode !== 0) throw new Error(`The load failed: ${why}`);
  return JSON.parse(said) as Measured;
}

/** The bytes of a request, with a mark where each time something else goes. */
export function markedRequest({
  method,
  path,
  headers,
  body,
}: Load["request"]): string {
  const lines = Object.entries(headers).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return withMarks(
    `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join("")}Content-Length: ${lengthOf(body)}\r\n\r\n${body}`,
  );
}

function lengthOf(body: string): number {
  return Object.entries(marks).reduce(
    (length, [name, [, width]]) =>
      length + (body.split(name).length - 1) * (width - name.length),
    body.length,
  );
}

function withMarks(request: string): string {
  return Object.entries(marks).reduce(
    (marked, [name, [byte]]) => marked.replaceAll(name, byte),
    request,
  );
}

function compiled(): string | null {
  if (process.platform !== "linux") return null;
  const path = join(temporaryFolder(), "fast-load");
  const source = join(import.meta.dirname, "fast-load.c");
  try {
    execFileSync("cc", ["-O2", "-o", path, source], { stdio: "pipe" });
    return path;
  } catch {
    return null;
  }
}
