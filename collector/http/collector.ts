import type { Context } from "hono";
import type { Reading } from "../actions/work.ts";
import type { Troubles } from "../domain/troubles.ts";
import type { Writer } from "../ingest/writer.ts";
import type { NodeBindings } from "./client-address.ts";
import type { Counters } from "./counters.ts";
import type { KeyUse } from "./key-use.ts";
import type { Gauge } from "./metrics/gauge.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { RecordClick } from "./record-click.ts";
import type { Sites } from "./sites.ts";

/** A logger such as pino's. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the environment says about answering. */
export interface HttpSettings {
  /** Domain of the cookie that `/r/CODE` sets, or `null` for none. */
  cookieDomain: string | null;
  /** Browser calls a minute from one address; 0 for no limit. */
  rateLimit: number;
  /** Calls a minute for one site, from browsers and servers together; 0 for no limit. */
  siteRateLimit: number;
  /** Proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: number;
}

/** What every handler works with. */
export interface Collector {
  writer: Writer;
  reading: Reading;
  log: Log;
  settings: HttpSettings;
  sites: Sites;
  /** By address. */
  limit: RateLimit;
  /** By site. */
  siteLimit: RateLimit;
  keyUse: KeyUse;
  /** What is shown to the owner of calls that were refused. */
  troubles: Troubles;
  counters: Counters;
  /** What else `/metrics` tells. */
  gauges: Gauge[];
  /** The collector's own origin. */
  origin: string;
  /** Whether browsers reach it by https. */
  isSecure: boolean;
  recordClick: RecordClick;
  isReady(): boolean | Promise<boolean>;
  newEventId(): string;
}

export interface HttpEnv {
  Bindings: NodeBindings;
  Variables: { requestId: string };
}

export type HttpContext = Context<HttpEnv>;
export type Answer = Response | Promise<Response>;
