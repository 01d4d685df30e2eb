import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { HttpContext } from "./collector.ts";
import { Refusal } from "./refusal.ts";

const compress = promisify(brotliCompress);

interface StaticFile {
  bytes: Buffer;
  etag: string;
  brotli: Buffer | null;
}

/** The built scripts, held in memory: a few files that every page asks for. */
export interface StaticFiles {
  get(path: string): StaticFile | undefined;
}

/**
 * Reads `enishi.js`, the same with its version, and `enishi/*.js` of the
 * folders; of a name that two have, the first's. What the build has not
 * compressed is compressed behind the first requests.
 */
export function readStaticFiles(...folders: string[]): StaticFiles {
  const files = new Map<string, StaticFile>();
  for (const folder of folders) readFolder(folder, files);
  return files;
}

function readFolder(folder: string, files: Map<string, StaticFile>): void {
  const patterns = ["enishi.js", "enishi-*.js", "enishi/**/*.js"];
  for (const path of globSync(patterns, { cwd: folder })) {
    const name = `/${path.replaceAll("\\", "/")}`;
    if (files.has(name)) continue;
    const bytes = readFileSync(join(folder, path));
    const ready = join(folder, `${path}.br`);
    const file: StaticFile = {
      bytes,
      etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 20)}"`,
      brotli: existsSync(ready) ? readFileSync(ready) : null,
    };
    files.set(name, file);
    if (!file.brotli) void compressLater(file);
  }
}

async function compressLater(file: StaticFile): Promise<void> {
  file.brotli = await compress(file.bytes, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: file.bytes.length },
  });
}

/** `GET /enishi.js`, `/enishi-<version>.js` and `/enishi/*`: for pages of every origin. */
export function staticFile(files: StaticFiles) {
  return (c: HttpContext): Response => {
    const file = files.get(c.req.path);
    if (!file)
      throw new Refusal(
        "not_found",
        "Expected one of the built scripts. `npm run build` makes them.",
      );
    const takesBrotli = /\bbr\b/.test(c.req.header("accept-encoding") ?? "");
    const brotli = takesBrotli ? file.brotli : null;
    const headers = {
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Timing-Allow-Origin": "*",
      "Cache-Control": isHashed(c.req.path)
        ? "public, max-age=31536000, immutable"
        : "public, max-age=300, stale-while-revalidate=86400",
      ETag: file.etag,
      Vary: "Accept-Encoding",
    };
    if (c.req.header("if-none-match")?.includes(file.etag))
      return c.body(null, 304, headers);
    return c.body(new Uint8Array(brotli ?? file.bytes), 200, {
      ...headers,
      "Content-Type": "text/javascript; charset=utf-8",
      ...(brotli ? { "Content-Encoding": "br" } : {}),
    });
  };
}

/** A file whose name changes with its content, as all have but `enishi.js` itself. */
function isHashed(path: string): boolean {
  return path !== "/enishi.js";
}
