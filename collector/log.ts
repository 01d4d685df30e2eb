import { pino } from "pino";

// Buffered and bounded: a terminal or pipe that nobody reads must not stop the collector.
export const logTo = pino.destination({
  fd: 2,
  sync: false,
  maxLength: 1 << 20,
});
/** Lines of JSON on stderr. What is logged names no person, address, code or token. */
export const log = pino({ base: null }, logTo);
