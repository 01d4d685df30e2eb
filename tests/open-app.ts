import type { Work } from "../collector/actions/work.ts";
import { type AppNeeds, createApp } from "../collector/app.ts";
import type { Log } from "../collector/http/collector.ts";
import {
  type Command,
  needsSavepoint,
  runCommand,
} from "../collector/ingest/commands.ts";
import type { Writer } from "../collector/ingest/writer.ts";
import type { Storage } from "../collector/storage/storage.ts";
import { openWork } from "./open-work.ts";

export const shopOrigin = "https://shop.example";

/** The whole collector in memory, or on the database of a file, without a network or a thread: a request is a function call. */
export async function openApp(needs: Partial<AppNeeds> = {}, path?: string) {
  const { work, storage, clock, siteId, close } = await openWork(path);
  const logged: { level: string; fields: object; message: string }[] = [];
  const at = (level: string) => (fields: object, message: string) => {
    logged.push({ level, fields, message });
  };
  const log: Log = {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
  };
  const run = inTurn(storage, work);
  const writer: Writer = {
    run: (name, input) => run({ name, input }) as never,
    depth: () => 0,
    close: async () => {},
  };
  const { app, shortWay } = createApp({
    writer,
    reading: work,
    log,
    settings: {
      cookieDomain: null,
      rateLimit: 0,
      siteRateLimit: 0,
      trustedProxies: 0,
    },
    files: new Map(),
    webhookNetwork: {
      allowPrivate: false,
      resolve: async () => [{ address: "8.8.8.8", family: 4 }],
    },
    ...needs,
  });

  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const answer = await app.request(path, {
      method,
      headers,
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get("content-type")?.includes("json");
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      // biome-ignore lint/suspicious/noExplicitAny: a test knows what it asks for.
      body: (isJson ? JSON.parse(text) : text) as any,
    };
  }

  return {
    app,
    shortWay,
    writer,
    work,
    storage,
    clock,
    siteId,
    logged,
    close,
    call,
    asPage: (method: string, path: string, body?: unknown, headers = {}) =>
      call(method, path, body, { Origin: shopOrigin, ...headers }),
    asServer: (method: string, path: string, body?: unknown) =>
      call(method, path, body, { Authorization: "Bearer sk_test" }),
    async member(externalId = "hanako", fields: object = {}) {
      const { body } = await call("PUT", `/v1/members/${externalId}`, fields, {
        Authorization: "Bearer sk_test",
      });
      return body as {
        id: string;
        code: string;
        link: string;
        shareUrl: string;
      };
    },
    events: (events: unknown[], more: object = {}) =>
      call(
        "POST",
        "/v1/events",
        { site: "pk_test", sentAt: clock.now, events, ...more },
        { Origin: shopOrigin },
      ),
  };
}

/** Commands one after another, as the writer runs them: requests at once do not meet half-way in an action. */
function inTurn(
  storage: Storage,
  work: Work,
): (command: Command) => Promise<unknown> {
  let last: Promise<unknown> = Promise.resolve();
  return (command) => {
    const outcome = last.then(async () => {
      const [settled] = await storage.commitGroup([
        {
          needsSavepoint: needsSavepoint(command),
          run: (db) => runCommand({ ...work, db }, command),
        },
      ]);
      if (settled?.status === "rejected") throw settled.reason;
      return settled?.value;
    });
    last = outcome.catch(() => {});
    return outcome;
  };
}

let count = 0;

/** An event id that no other test has. */
export function someId(): string {
  count += 1;
  return `test-event-${String(count).padStart(8, "0")}`;
}
