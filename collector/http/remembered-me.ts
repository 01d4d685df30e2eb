import { publicProgram } from "../actions/public-program.ts";
import {
  type MyBooks,
  markOfDecisions,
  readMyBooks,
} from "../actions/read-me.ts";
import type { Reading } from "../actions/work.ts";

/** Characters kept at most; beyond them everything is read anew. */
const maxKept = 8_000_000;

interface Kept {
  mark: string;
  program: MyBooks["program"];
  /** JSON of all but the programme, without its opening brace. */
  rest: string;
}

/**
 * Answers `GET /v1/me` as JSON. A member who goes from page to page asks again and again, and between two decisions
 * nothing of the answer changes: it is kept until then, never longer.
 */
export function rememberedMe(
  reading: Reading,
): (memberId: string) => Promise<string> {
  const known = new Map<string, Kept>();
  let size = 0;

  async function readAnew(memberId: string, mark: string): Promise<Kept> {
    const { program, rest } = await readMyBooks(reading, memberId);
    const kept = { mark, program, rest: JSON.stringify(rest).slice(1) };
    size += kept.rest.length - (known.get(memberId)?.rest.length ?? 0);
    if (size > maxKept) {
      known.clear();
      size = kept.rest.length;
    }
    known.set(memberId, kept);
    return kept;
  }

  return async (memberId) => {
    // Asked first: what is decided while the rest is read belongs to a later mark.
    const mark = await markOfDecisions(reading);
    const kept = known.get(memberId);
    const { program, rest } =
      kept?.mark === mark ? kept : await readAnew(memberId, mark);
    const shown = publicProgram(program, reading.now());
    return `{"program":${JSON.stringify(shown)},${rest}`;
  };
}
