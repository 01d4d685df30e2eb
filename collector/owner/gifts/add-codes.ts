import type { Context } from "hono";
import { DomainError } from "../../domain/domain-error.ts";
import type { ListedCode } from "../../domain/gift-code-list.ts";
import { startWork } from "../long-work.tsx";
import type { OwnerDeps } from "../owner-deps.ts";
import type { OwnerEnv } from "../owner-env.ts";
import type { News } from "../sessions.ts";
import { textOfFile } from "../text-of-file.ts";
import type { CodesForm } from "./add-codes-form.tsx";
import {
  codesOfUpload,
  maxUploadCodes,
  type UploadedList,
} from "./codes-of-upload.ts";
import { endOfDay } from "./last-day.ts";

/** So many at a time, that beacons do not wait. */
const chunkSize = 2_000;
/** More lines would not be read by anybody. */
const linesNamed = 30;
/** A longer text is not sent back to be mended. */
const textKept = 100_000;

/**
 * Adds the codes of a form, some at a time; a line that is none refuses them all, before the first is stored.
 * Answers what is wrong, to be shown beside the form.
 */
export async function addCodes(
  c: Context<OwnerEnv>,
  { writer, now, back }: Pick<OwnerDeps, "writer" | "now"> & { back: string },
): Promise<Response | CodesForm> {
  const { site, view } = c.var;
  const w = view.words.gifts;
  const { count } = view.formats;
  const body = await c.req.parseBody();
  const lastDay = typeof body.lastDay === "string" ? body.lastDay : "";
  const pasted = typeof body.codes === "string" ? body.codes : "";
  const text =
    body.file instanceof File && body.file.size > 0
      ? textOfFile(await body.file.arrayBuffer())
      : pasted;
  const refused = (problem: string, wrong: UploadedList["wrong"] = []) => ({
    problem,
    wrong,
    codes: pasted.slice(0, textKept),
    lastDay,
  });
  const expiresAt = endOfDay(lastDay, view.timeZone);
  if (expiresAt === undefined || (expiresAt !== null && expiresAt <= now()))
    return refused(w.badDay);
  const list = codesOfUpload(text);
  if (!list) return refused(w.badJson);
  const { codes, wrong } = list;
  if (wrong.length) return refused(w.wrong(count(wrong.length)), wrong);
  if (codes.length === 0) return refused(w.nothing);
  if (codes.length > maxUploadCodes)
    return refused(w.tooMany(count(maxUploadCodes), count(codes.length)));

  const pool = c.req.param("id") ?? "";
  const what = { title: w.adding, total: codes.length, back };
  return startWork(c, what, async (step) => {
    let added = 0;
    let settled = 0;
    const duplicates: number[] = [];
    for (const chunk of chunksOf(codes)) {
      try {
        const answer = await writer.run("storeGiftCodes", {
          siteId: site.id,
          pool,
          codes: chunk,
          expiresAt,
          by: "owner",
        });
        added += answer.added;
        settled += answer.settled;
        duplicates.push(...answer.duplicates);
        step(chunk.length);
      } catch (error) {
        if (!(error instanceof DomainError) || added === 0) throw error;
        return { kind: "problem", text: w.stopped(count(added)) };
      }
    }
    return told(c, { added, settled, duplicates });
  });
}

function told(
  c: Context<OwnerEnv>,
  done: { added: number; settled: number; duplicates: number[] },
): News {
  const { formats, words } = c.var.view;
  const w = words.gifts;
  const { count } = formats;
  const named = done.duplicates.slice(0, linesNamed).map(count);
  const rest = done.duplicates.length - named.length;
  const lines = [...named, ...(rest ? [w.more(count(rest))] : [])];
  const text = [
    w.added(count(done.added)),
    ...(done.settled ? [w.settled(count(done.settled))] : []),
    ...(named.length
      ? [
          w.duplicates(
            count(done.duplicates.length),
            lines.join(words.program.comma),
          ),
        ]
      : []),
  ].join(" ");
  return { kind: "done", text };
}

function* chunksOf(codes: ListedCode[]): Generator<ListedCode[]> {
  for (let at = 0; at < codes.length; at += chunkSize)
    yield codes.slice(at, at + chunkSize);
}
