import type { Server } from "node:http";
import { createServer, type Server as SocketServer } from "node:net";

/** Listening sockets on one port. */
export interface Doors {
  /** Connections that are open. */
  connections(): Promise<number>;
  /** Takes no more connections; resolves when the last is gone. */
  close(): Promise<void>;
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
    async close() {
      await Promise.all(all.map(close));
    },
  };
}

/** As an HTTP server opens its own. */
function doorTo(server: Server): SocketServer {
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
    server.emit("connection", socket),
  );
  door.maxConnections = server.maxConnections;
  return door;
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
