import { publicProgram, shownState } from "../actions/public-program.ts";
import {
  type MyBooks,
  markOfDecisions,
  memberByToken,
  readMyBooks,
} from "../actions/read-me.ts";
import type { Reading } from "../actions/work.ts";
import { oncePerTurn } from "./once-per-turn.ts";

/** Bytes kept at most; beyond them everything is read anew. */
const maxKept = 8_000_000;

/** JSON in UTF-8. */
export type Bytes = Uint8Array<ArrayBuffer>;

interface Page {
  program: MyBooks["program"];
  state: ReturnType<typeof shownState>;
  bytes: Bytes;
}

/** What was read since something was last decided, by the token that asked. */
interface Kept {
  mark: string;
  pages: Map<string, Page>;
  size: number;
}

/**
 * Answers `GET /v1/me`, or `null` where the token is nobody's. A member who goes from page to page asks again and again,
 * and between two decisions nothing of the answer changes: it is kept until then, never longer.
 */
export function rememberedMe(
  reading: Reading,
): (token: string) => Promise<Bytes | null> {
  const latestMark = oncePerTurn(() => markOfDecisions(reading));
  let latest: Kept = { mark: "", pages: new Map(), size: 0 };

  return async (token) => {
    // Asked first: what is decided while the rest is read belongs to a later mark.
    const mark = await latestMark();
    if (latest.mark !== mark) latest = { mark, pages: new Map(), size: 0 };
    const kept = latest;
    const known = kept.pages.get(token);
    if (known && known.state === shownState(known.program, reading.now()))
      return known.bytes;
    const page = await readPage(reading, token);
    if (page) keep(kept, token, page);
    return page?.bytes ?? null;
  };
}

async function readPage(reading: Reading, token: string): Promise<Page | null> {
  const found = await memberByToken(reading, token);
  if (!found) return null;
  const { program, rest } = await readMyBooks(reading, found.memberId);
  const shown = publicProgram(program, reading.now());
  const text = JSON.stringify({ program: shown, ...rest });
  return { program, state: shown.state, bytes: new TextEncoder().encode(text) };
}

function keep(kept: Kept, token: string, page: Page): void {
  kept.size += page.bytes.length - (kept.pages.get(token)?.bytes.length ?? 0);
  if (kept.size > maxKept) {
    kept.pages.clear();
    kept.size = page.bytes.length;
  }
  kept.pages.set(token, page);
}
