import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { OwnerEnv } from "../owner-env.ts";
import { showProblem } from "../show-problem.tsx";
import { maxUploadBytes } from "./codes-of-upload.ts";

/** Whether files of codes are sent there. */
export function isGiftUpload(path: string): boolean {
  return /^\/owner\/gifts\/[^/]+\/codes$/.test(path);
}

/** Takes the files that the page asks for, and says so where one is larger. */
export const giftUploadLimit = bodyLimit({
  // With room for the form around it.
  maxSize: maxUploadBytes + 64 * 1024,
  onError: (c: Context<OwnerEnv>) => {
    const { formats, words } = c.var.view;
    const megabytes = formats.count(maxUploadBytes / 1024 / 1024);
    return showProblem(c, words.gifts.tooLarge(megabytes), 413);
  },
});
