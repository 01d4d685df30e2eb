import type { Server } from "node:http";
import { createServer, type Server as SocketServer } from "node:net";
import { setImmediate as oneTurn } from "node:timers/promises";

/** Listening sockets on one port. */
export interface Doors {
  /** Connections that are open. */
  connections(): Promise<number>;
  /**
   * Takes no more connections; those that are open stay. The system cuts off whoever stands before a door that is closed:
   * for so long at most, moments are chosen in which nobody does.
   */
  close(limitMs: number): Promise<void>;
}

interface Place {
  host: string;
  port: number;
  backlog: number;
}

/**
 * Opens a port by several doors. Each turn of the event loop lets one caller in by each (libuv, since 1.45): while
 * thousands who are there already keep a turn long, those who come anew would stand before a single door until they give up.
 * Where the system has one door to a port, it is one. Rejects where the port is taken.
 */
export async function openDoors(
  server: Server,
  place: Place,
  count: number,
): Promise<Doors & { port: number }> {
  // Alone at first: another process on this port must be noticed.
  const port = await open(server, place, false);
  const shared = { ...place, port };
  await close(server);
  const isShared = await open(server, shared, true).then(
    () => true,
    () => false,
  );
  if (!isShared) await open(server, shared, false);
  const others = isShared
    ? Array.from({ length: count - 1 }, () => doorTo(server))
    : [];
  for (const other of others) await open(other, shared, true);
  const all = [server, ...others];
  return {
    port,
    async connections() {
      const counts = await Promise.all(all.map(connectionsOf));
      return counts.reduce((sum, one) => sum + one, 0);
    },
    async close(limitMs) {
      const quietTurn = quietTurns(server, limitMs);
      for (let at = 0; at < all.length; at += closedInATurn) {
        await quietTurn();
        for (const door of all.slice(at, at + closedInATurn)) void close(door);
      }
    },
  };
}

/** As an HTTP server opens its own. */
function doorTo(server: Server): SocketServer {
  return createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
    server.emit("connection", socket),
  );
}

function open(
  door: SocketServer,
  { host, port, backlog }: Place,
  reusePort: boolean,
): Promise<number> {
  return new Promise((resolve, reject) => {
    door.once("error", reject);
    door.listen({ host, port, backlog, reusePort }, () => {
      door.off("error", reject);
      const address = door.address();
      resolve(typeof address === "object" ? (address?.port ?? port) : port);
    });
  });
}

/** First nobody comes for so long: those who were all answered at once come again at once. */
const quietMs = 5;
/** In a turn that is longer, somebody can have come unseen. */
const shortTurnMs = 1;
/** So many doors are closed between a turn in which nobody came and the next. */
const closedInATurn = 16;

/** Answers what resolves in a short turn in which nobody came, or when the time is over. */
function quietTurns(server: Server, limitMs: number): () => Promise<void> {
  const until = performance.now() + limitMs;
  let at = performance.now();
  let lastCameAt = at;
  let enoughMs = quietMs;
  server.on("connection", () => {
    lastCameAt = performance.now();
  });
  return async () => {
    for (let turnMs = limitMs; at < until; ) {
      if (turnMs < shortTurnMs && at - lastCameAt >= enoughMs) break;
      const since = at;
      await oneTurn();
      at = performance.now();
      turnMs = at - since;
    }
    enoughMs = shortTurnMs;
  };
}

/** The sockets' own close: HTTP's would also cut idle connections, on which a request may just be on its way. */
function close(door: SocketServer): Promise<void> {
  return new Promise((resolve) => {
    closeSocket.call(door, () => resolve());
  });
}

const closeSocket = createServer().close;

function connectionsOf(door: SocketServer): Promise<number> {
  return new Promise((resolve) => {
    door.getConnections((_, count) => resolve(count));
  });
}
