/**
 * What the collector is compared with: `node bench/baseline.ts raw` reads the
 * body and answers 202; `hono` does it with Hono and parses the JSON. Neither
 * checks, stores or credits anything. Prints its port.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const answer = JSON.stringify({ accepted: 1, duplicate: 0, refused: [] });

const servers: Record<string, (say: (port: number) => void) => void> = {
  raw(say) {
    const server = createServer((request, response) => {
      request.on("data", () => {});
      request.on("end", () => {
        response.writeHead(202, {
          "Content-Type": "application/json",
          "Content-Length": answer.length,
        });
        response.end(answer);
      });
    });
    server.listen(0, "127.0.0.1", () =>
      say((server.address() as AddressInfo).port),
    );
  },
  hono(say) {
    const app = new Hono();
    app.all("*", async (c) => {
      if (c.req.method !== "GET") await c.req.json();
      return c.body(answer, 202, { "Content-Type": "application/json" });
    });
    serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      say(port),
    );
  },
};

servers[process.argv[2] ?? ""]?.((port) => console.log(port));
