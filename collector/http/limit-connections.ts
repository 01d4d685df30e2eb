import type { Server } from "node:http";
import type { Socket } from "node:net";
import { addressKey, isLoopback } from "./client-address.ts";
import { asSent, closingAnswer } from "./closing-answer.ts";
import type { ConnectionRoom } from "./connection-room.ts";
import { Refusal } from "./refusal.ts";

export interface ConnectionLimits extends Omit<ConnectionRoom, "doors"> {
  /** How long headers may take while three quarters of the total are open. */
  crowdedHeadersMs: number;
}

/** So long a caller who is turned away has to read why. */
const farewellMs = 1_000;

const noRoom = new Refusal(
  "overloaded",
  "Too many connections. Come back in a few seconds.",
);

/**
 * Turns away at once whoever connects beyond the limits, and lets idle connections go to make room for the next.
 * Answers whether a socket was turned away: what it still sends is nobody's business.
 */
export function limitConnections(
  server: Server,
  { total, perAddress, spared, farewells, crowdedHeadersMs }: ConnectionLimits,
  onRefused: (why: Refusal) => void = () => {},
): (socket: Socket) => boolean {
  const open = new Map<string, number>();
  const turnedAway = new WeakSet<Socket>();
  let count = 0;
  const patientMs = server.headersTimeout;
  // Who sends half a header and waits holds a place that another needs.
  const setPatience = () => {
    server.headersTimeout =
      count > 0.75 * total ? Math.min(patientMs, crowdedHeadersMs) : patientMs;
  };

  server.on("connection", (socket) => {
    const { remoteAddress = "" } = socket;
    const isLocal = isLoopback(remoteAddress);
    const isCounted = perAddress > 0 && !isLocal;
    const key = isCounted ? addressKey(remoteAddress) : "";
    const fromThere = (open.get(key) ?? 0) + 1;
    count += 1;
    setPatience();
    if (isCounted) open.set(key, fromThere);
    socket.once("close", () => {
      count -= 1;
      setPatience();
      const left = (open.get(key) ?? 0) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    });
    if (count > total) server.closeIdleConnections();
    const room = isLocal ? total + spared : total;
    if (count <= room && (!isCounted || fromThere <= perAddress)) return;
    turnedAway.add(socket);
    if (count > total + spared + farewells) {
      socket.destroy();
      return;
    }
    onRefused(noRoom);
    socket.end(asSent(closingAnswer(noRoom)));
    setTimeout(() => socket.destroy(), farewellMs).unref();
  });
  return (socket) => turnedAway.has(socket);
}
