import type { Sheet } from "./channels.ts";
import { copyText } from "./copy-text.ts";
import type { Scene } from "./scene.ts";

/** For networks of pictures: copies what is to be written, saves the QR code as a picture, and says what to do with both. */
export async function postPicture(
  { text, url }: Sheet,
  { say, announce, set }: Scene,
  button: Element,
): Promise<void> {
  // First, while the click still allows it.
  const isCopied = await copyText(`${text}\n${url}`, button);
  try {
    const { savePng } = await import("./components/qr-code.tsx");
    savePng(url);
    set({ copied: isCopied ? "picture" : "" });
    announce(say(isCopied ? "pictureSaved" : "copyFailed"));
  } catch {
    // Offline: nothing was saved, so nothing is said.
  }
}
