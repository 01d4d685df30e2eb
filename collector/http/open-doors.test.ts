import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "../../tests/eventually.ts";
import { openDoors } from "./open-doors.ts";

async function open(port = 0, count = 8) {
  const server = createServer((_, outgoing) => outgoing.end("here"));
  const place = { host: "127.0.0.1", port, backlog: 64 };
  const doors = await openDoors(server, place, count);
  onTestFinished(async () => {
    await doors.close(0);
    server.closeAllConnections();
  });
  return { server, doors };
}

test("whoever comes by any door is served, and counted", async () => {
  const { doors } = await open();
  const sockets = Array.from({ length: 40 }, () =>
    connect(doors.port, "127.0.0.1"),
  );
  for (const socket of sockets) {
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    const [answer] = await once(socket, "data");
    expect(String(answer)).toContain("200 OK");
  }
  expect(await doors.connections()).toBe(40);
  for (const socket of sockets) socket.destroy();
  await eventually(async () => expect(await doors.connections()).toBe(0));
});

test.skipIf(process.platform !== "linux")(
  "in a turn that is long, those who come are let in many at a time",
  async () => {
    const { server, doors } = await open(0, 32);
    let inThisTurn = 0;
    let most = 0;
    server.on("connection", () => {
      if (inThisTurn === 0)
        setImmediate(() => {
          inThisTurn = 0;
        });
      inThisTurn += 1;
      most = Math.max(most, inThisTurn);
    });
    const sockets = Array.from({ length: 200 }, () =>
      connect(doors.port, "127.0.0.1"),
    );
    await eventually(async () => expect(await doors.connections()).toBe(200));
    for (const socket of sockets) socket.destroy();
    expect(most).toBeGreaterThan(4);
  },
);

test("a port that is taken is refused, by doors or by one", async () => {
  const { doors } = await open();
  await expect(open(doors.port)).rejects.toMatchObject({ code: "EADDRINUSE" });
  await expect(open(doors.port, 1)).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
});
