import { createServer } from "node:net";

/** The port itself where it is free, any free one for 0; throws with what to do where it is taken. */
export async function freePort(
  port: number,
  host: string,
  variable: string,
): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const taken =
        `Port ${port} is in use. Stop what runs there, ` +
        `or choose another one: ${variable}=${port + 10} npm start`;
      reject(error.code === "EADDRINUSE" ? new Error(taken) : error);
    });
    probe.listen(port, host, () => {
      const address = probe.address();
      const found =
        address && typeof address === "object" ? address.port : port;
      probe.close(() => resolve(found));
    });
  });
}
