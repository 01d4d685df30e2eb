import { connect, createServer, type Socket } from "node:net";

/** A way to the server that can be cut, as a cable can, and on which it can fall silent, as a machine that hangs does. */
export async function openWay(server: URL) {
  const open = new Set<Socket>();
  let isCut = false;
  let isSilent = false;
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => open.delete(socket));
    return socket;
  };
  const way = createServer((near) => {
    keep(near);
    if (isCut) return near.destroy();
    if (isSilent) return near;
    const far = keep(connect(Number(server.port || 5432), server.hostname));
    near.pipe(far).pipe(near);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    return far;
  });
  await new Promise<void>((resolve) => way.listen(0, "127.0.0.1", resolve));
  const address = way.address();
  const url = new URL(server);
  url.hostname = "127.0.0.1";
  url.port = String(typeof address === "object" ? address?.port : 0);
  return {
    url: url.href,
    cut() {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    /** Nothing arrives any more, and nobody is told. */
    fallSilent() {
      isSilent = true;
      for (const socket of open) socket.unpipe().pause();
    },
    mend() {
      isCut = false;
    },
    close: () => way.close(),
  };
}
