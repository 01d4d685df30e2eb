import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "./free-port.ts";

test("a port in use is answered with what to do", async () => {
  const port = await freePort(0, "127.0.0.1", "PORT");
  const busy = createServer();
  await new Promise<void>((done) => {
    busy.listen(port, "127.0.0.1", done);
  });
  await expect(freePort(port, "127.0.0.1", "PORT")).rejects.toThrow(
    `Port ${port} is in use. Stop what runs there, or choose another one: PORT=${port + 10} npm start`,
  );
  await new Promise((done) => busy.close(done));
});
