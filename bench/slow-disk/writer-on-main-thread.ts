/**
 * The control: preloaded into the collector (`--import`), it runs the writer's
 * thread without a thread. The code that is measured stays the same.
 */
import { EventEmitter } from "node:events";
import { syncBuiltinESMExports } from "node:module";
import threads, {
  MessageChannel,
  type WorkerOptions,
} from "node:worker_threads";

const RealWorker = threads.Worker;

class SameThread extends EventEmitter {
  readonly #port;

  constructor(entry: URL, { workerData }: WorkerOptions) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.on("message", (message) => this.emit("message", message));
    port1.on("close", () => this.emit("exit", 0));
    Object.assign(threads, { parentPort: port2, workerData });
    syncBuiltinESMExports();
    import(entry.href).catch((error) => this.emit("error", error));
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }
}

Object.assign(threads, {
  // A function, since `new` takes what it answers.
  Worker: function Worker(entry: URL, options: WorkerOptions) {
    return entry.href.endsWith("/writer.js")
      ? new SameThread(entry, options)
      : new RealWorker(entry, options);
  },
});
syncBuiltinESMExports();
