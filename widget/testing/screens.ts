import {
  dispute,
  friend,
  me,
  offer,
  program,
  receipt,
  reward,
} from "./fixtures.ts";
import { find, type Shop, tokenOf } from "./page.ts";

/** A screen in one of its states, and how to bring it about. */
export interface PlayedScreen {
  name: string;
  surface: string;
  attributes: Record<string, string>;
  shop: Partial<Shop>;
  /** What is there once it is drawn. */
  ready: string;
}

const token = tokenOf("hanako");
const rewards = [
  reward({
    giftCode: "GIFT-7Q2K-9XPD",
    giftUrl: "https://gift.example/",
    giftExpiresAt: Date.UTC(2099, 2, 31, 15),
    overflow: { kind: "raffle", name: "京都旅行", valueMinor: 30_000 },
    receipt: receipt({ cappedBy: ["cap_fixed"] }),
  }),
  reward({ id: "rwd_2", state: "pending", because: "unverified" }),
  reward({ id: "rwd_3", state: "void", because: "refunded" }),
];
const friends = [friend()];
const disputes = [
  dispute({ id: "dsp_1", message: "日曜日に紹介しました。" }),
  dispute({
    id: "dsp_2",
    about: "rwd_3",
    message: "返品していません。",
    state: "upheld",
    answer: "手違いでした。",
    answeredAt: 1,
  }),
];
const referral = { code: "7K9M2QXB", offer, from: "はなこ" };
const paused = { ...program, state: "paused" } as const;
const ended = { ...program, state: "ended" } as const;
const unknown = { valid: false, because: "unknown_code" } as const;

/** Every screen in every state that looks different, for tests of what must hold for all of them. */
export const playedScreens: PlayedScreen[] = [
  screen("share", "share", { token }),
  screen("join", "share", {}, {}, "form"),
  screen("news", "share", { token }, { me: me({ rewards }) }, ".earned"),
  screen("reward", "reward", { token }),
  screen(
    "progress",
    "progress",
    { token },
    { me: me({ rewards, friends, disputes }) },
  ),
  screen("test site", "share", { token }, { me: me({ test: true }) }, ".test"),
  screen("paused", "share", { token }, { me: me({ program: paused }) }),
  screen("ended", "share", { token }, { me: me({ program: ended }) }),
  screen("failed", "share", { token }, { me: 500 }, "[role=alert]"),
  screen("no answer", "share", {}, { program: null }, "[role=alert]"),
  screen("ended for strangers", "share", {}, { program: ended }),
  screen("empty standing", "progress", { token }),
  screen(
    "a gift whose time is over",
    "reward",
    { token },
    {
      me: me({
        rewards: [
          reward({ giftCode: "GIFT-7Q2K", giftExpiresAt: 1, seen: true }),
        ],
      }),
    },
    "[part=gift-until]",
  ),
  screen(
    "referred",
    "share",
    { token },
    { me: me({ member: { ...me().member, referred: true } }) },
  ),
  screen("welcome", "welcome", {}, { referral }),
  screen(
    "welcome without a name",
    "welcome",
    {},
    {
      referral: { ...referral, from: null },
    },
  ),
  screen("own link", "welcome", { token }, { referral }),
  screen("code", "code", {}, { referral, check: unknown }, ".wrong"),
  screen(
    "launcher",
    "share",
    { token, layout: "launcher" },
    { me: me({ rewards }) },
    ".badge",
  ),
  screen("dialog", "share", { token, layout: "dialog" }, {}, "button"),
  screen(
    "toast",
    "reward",
    { token, layout: "toast" },
    { me: me({ rewards }) },
    ".toast p:not(:empty)",
  ),
];

function screen(
  name: string,
  surface: string,
  attributes: Record<string, string>,
  shop: Partial<Shop> = {},
  ready = "h2",
): PlayedScreen {
  return { name, surface, attributes, shop, ready };
}

/** Opens all that a screen can open. */
export async function openEverything(element: Element): Promise<void> {
  const root = element.shadowRoot;
  openDetails(element);
  if (root?.querySelector("[part=qr]")) {
    await find(element, "[part=edit] textarea");
    await find(element, "svg.qr");
  }
  if (!root?.querySelector("[part=receipt]")) return;
  await find(element, "[name=name]");
  await find(element, ".receipt");
  openDetails(element);
  await find(element, ".objection textarea");
}

function openDetails(element: Element): void {
  const drawers = element.shadowRoot?.querySelectorAll("details") ?? [];
  for (const drawer of drawers) drawer.open = true;
}
