import { signToken } from "../site-api.ts";
import { desktop, phone, type Scene } from "./scene.ts";

/** The collector's own pages: where mails, receipts and printed QR codes lead. */
export const hostedScenes: Scene[] = [
  {
    name: "hosted-share",
    says: "`/s/...`, from a mail: anybody who has it can share, and sees nothing that was earned",
    open: (_world, { hanako }) => hanako.shareUrl,
    ready: "[part=code]",
    clip: "body",
  },
  {
    name: "hosted-thanks",
    says: "`/s/...?reward`, from a packing slip",
    open: (_world, { hanako }) => `${hanako.shareUrl}?reward`,
    ready: "[part=code]",
    clip: "body",
  },
  {
    name: "hosted-progress",
    says: "`/s/.../progress`, after proof",
    open: async (_world, { hanako }) =>
      `${hanako.shareUrl}/progress#token=${await signToken("member", { sub: "hanako" })}`,
    ready: "[part=rewards]",
    clip: "body",
  },
  {
    name: "hosted-landing",
    says: "`/r/...`, for the friend, with the campaign's picture",
    open: (_world, { hanako }) => `${hanako.link}?page`,
    ready: "h1",
    clip: "body",
  },
  {
    name: "hosted-landing-desktop",
    says: "On a desktop",
    open: (_world, { hanako }) => `${hanako.link}?page`,
    ready: "h1",
    clip: "body",
    device: desktop,
  },
  {
    name: "hosted-landing-dark-en",
    says: "In dark, in English",
    open: (_world, { sora }) => `${sora.link}?page`,
    ready: "h1",
    clip: "body",
    device: { ...phone, locale: "en-GB", colorScheme: "dark" },
  },
];
