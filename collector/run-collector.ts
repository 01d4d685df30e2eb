import { setTimeout as wait } from "node:timers/promises";
import { type BuiltFiles, compose } from "./compose.ts";
import { type Config, parseConfig } from "./config.ts";
import { countRefused, newCounters } from "./http/counters.ts";
import { type Listening, listen } from "./http/listen.ts";
import { SetupProblem } from "./kept-secrets.ts";
import { leaveAtOnce } from "./leave-at-once.ts";
import { log, logTo } from "./log.ts";
import { explainTooFewFiles, roomForConnections } from "./open-files.ts";

/** Of the time that a stop may take, what connections get; the rest is for the last commit. */
const stopLimitMs = 7_000;
const lastLineMs = 300;

/**
 * Reads the environment, puts the parts together and starts them; answers what ends them in order.
 * Where that cannot be done, the process is told why and ends.
 */
export async function runCollector(built: BuiltFiles): Promise<() => void> {
  for (const event of ["uncaughtException", "unhandledRejection"])
    process.on(event, (error) =>
      endBecause(error, "The collector has crashed"),
    );
  try {
    return await start(built).catch(explainTooFewFiles);
  } catch (error) {
    if (error instanceof SetupProblem) refuseToStart([error.message]);
    endBecause(error, "The collector could not start");
  }
}

/** For a stop that does not end, since a server is silent or a disk hangs. */
export function leaveUndone(): void {
  // Once the line below is written, or soon after it where nobody reads it.
  logTo.once("drain", leaveAtOnce);
  setTimeout(leaveAtOnce, lastLineMs);
  log.warn(
    "The database did not answer in time, and was left without a goodbye: what was answered is stored, and what was under way was not answered",
  );
}

function endBecause(error: unknown, said: string): never {
  log.fatal({ err: error }, said);
  logTo.flushSync();
  process.exit(1);
}

async function start(built: BuiltFiles): Promise<() => void> {
  const { config, problems, warnings } = parseConfig(process.env);
  if (problems) refuseToStart(problems);
  for (const warning of warnings) log.warn(warning);
  const limits = roomForConnections((warning) => log.warn(warning));
  // Behind a proxy everybody comes from its address.
  if (config.trustedProxies > 0) limits.perAddress = 0;
  const counters = newCounters();
  const listening = await listen(config.host, config.port, limits, (why) =>
    countRefused(counters, why),
  ).catch(portProblem);
  const publicUrl = config.publicUrl ?? addressOf(config, listening);
  const parts = await compose(config, publicUrl, {
    ...built,
    counters,
    connections: listening.connections,
  });
  listening.answerWith(parts.app.fetch, parts.shortWay);
  process.stdout.write(
    `Enishi collector listening on ${addressOf(config, listening)}\n` +
      `Owner's pages: ${publicUrl}/owner\n${parts.firstRun}`,
  );
  return stopOnce(listening, parts, config.drainSeconds * 1_000);
}

function stopOnce(
  listening: Listening,
  parts: { unready(): void; close(): Promise<void> },
  drainMs: number,
): () => void {
  let isStopping = false;
  const stop = async () => {
    parts.unready();
    // In this time whoever asks `/readyz` learns of it, and sends nothing more.
    await wait(drainMs);
    await listening.drain(stopLimitMs - drainMs);
    await parts.close();
    log.info("The collector has stopped");
    logTo.flushSync();
    process.exit(0);
  };
  return () => {
    if (isStopping) return;
    isStopping = true;
    stop().catch((error) =>
      endBecause(error, "The collector could not stop in order"),
    );
  };
}

function refuseToStart(problems: string[]): never {
  process.stderr.write(
    `The collector cannot start:\n${problems.map((one) => `  ${one}\n`).join("")}`,
  );
  process.exit(2);
}

function portProblem(error: NodeJS.ErrnoException): never {
  if (
    error.code === "EADDRINUSE" ||
    error.code === "EACCES" ||
    error.code === "EADDRNOTAVAIL" ||
    error.code === "ENOTFOUND"
  )
    throw new SetupProblem(
      `PORT, HOST: expected an address that is free to listen on, and got ${error.code}. Set PORT=0 to take any free port.`,
    );
  throw error;
}

/** The address as somebody on this machine would type it. */
function addressOf({ host }: Config, { port }: Listening): string {
  const isLocal = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host);
  const name = isLocal ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
