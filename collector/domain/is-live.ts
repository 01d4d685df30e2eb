import type { Program } from "./program.ts";

/** Whether a programme may promise anything at an instant. */
export function isLive(program: Program, now: number): boolean {
  return (
    program.state === "live" &&
    (program.startsAt === null || program.startsAt <= now) &&
    (program.endsAt === null || now < program.endsAt)
  );
}
