import type { IncomingMessage } from "node:http";
import type { NodeBindings } from "./client-address.ts";

/** What has to be known of a call, whoever heard it: Hono's context is one. */
export interface Caller {
  req: {
    readonly method: string;
    header(name: string): string | undefined;
  };
  readonly env: NodeBindings | undefined;
  get(name: "requestId"): string | undefined;
  set(name: "requestId", value: string): void;
}

/** A call as Node's server hands it over. The names of its headers are asked for in small letters. */
export function plainCaller(incoming: IncomingMessage): Caller {
  const { headers, method = "" } = incoming;
  let requestId: string | undefined;
  return {
    req: {
      method,
      header: (name) => headers[name] as string | undefined,
    },
    env: { incoming },
    get: () => requestId,
    set(_, value) {
      requestId = value;
    },
  };
}

/** An answer before it is one of the web's or of Node's. */
export interface PlainAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}
