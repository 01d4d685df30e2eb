import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Cuts whoever neither sends nor reads for so long. Node starts its timer anew the first time that part of an answer has
 * left the socket's queue, so that a silent reader would be let be for twice as long: it is set to half. Where no answer
 * waits to be read, because it is still being made, both halves are given.
 */
export function cutSilent(server: Server, silentMs: number): void {
  const halfMs = silentMs / 2;
  /** What had gone to and fro when half the time was over. */
  const atHalf = new WeakMap<Socket, number>();
  server.timeout = halfMs;
  server.on("timeout", (socket: Socket) => {
    const moved = socket.bytesRead + socket.bytesWritten;
    const isMaking = socket.timeout === halfMs && socket.writableLength === 0;
    if (!isMaking || atHalf.get(socket) === moved) {
      socket.destroy();
      return;
    }
    atHalf.set(socket, moved);
    socket.setTimeout(halfMs);
  });
}
