import { connect } from "node:net";
import { text } from "node:stream/consumers";

/** Sends bytes as they stand, and answers all that came until the other side closed. */
export async function sendRaw(
  port: number,
  ...pieces: string[]
): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  // A connection that is cut while we still write is an answer too.
  socket.on("error", () => {});
  const answer = text(socket).catch(() => "");
  for (const piece of pieces) {
    if (!socket.writable) break;
    socket.write(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return answer;
}
