import { EventEmitter } from "node:events";
import type { Server } from "node:http";
import { expect, test, vi } from "vitest";
import { cutSilent } from "./cut-silent.ts";

/** A server whose time passes when it is told so. */
function serve() {
  const server = Object.assign(new EventEmitter(), { timeout: 0 });
  cutSilent(server as unknown as Server, 60_000);
  const connection = (of: { timeout?: number; writableLength?: number }) => {
    const socket = {
      ...{ timeout: server.timeout, writableLength: 0 },
      ...{ bytesRead: 300, bytesWritten: 0 },
      ...of,
      destroy: vi.fn(),
      setTimeout: vi.fn(),
    };
    return { socket, isSilent: () => server.emit("timeout", socket) };
  };
  return { server, connection };
}

test("who reads nothing of an answer is cut the first time that Node notices, which is after a minute at most", () => {
  const { server, connection } = serve();
  // Of which Node lets one pass where it has seen the answer's beginning leave.
  expect(server.timeout).toBe(30_000);
  const { socket, isSilent } = connection({ writableLength: 5_000_000 });
  isSilent();
  expect(socket.destroy).toHaveBeenCalledOnce();
});

test("an answer may be in the making for a whole minute, and for another after the next call", () => {
  const { connection } = serve();
  const { socket, isSilent } = connection({});
  isSilent();
  expect(socket.setTimeout).toHaveBeenCalledWith(30_000);
  socket.bytesRead += 300;
  isSilent();
  expect(socket.destroy).not.toHaveBeenCalled();
  isSilent();
  expect(socket.destroy).toHaveBeenCalledOnce();
});

test("a connection that is kept for the next call is let go when its own time is over", () => {
  const { connection } = serve();
  const { socket, isSilent } = connection({ timeout: 66_000 });
  isSilent();
  expect(socket.destroy).toHaveBeenCalledOnce();
});
