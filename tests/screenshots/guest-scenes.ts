import { desktop, page, phone, type Scene } from "./scene.ts";

const english = { ...phone, locale: "en-GB" };
const code = "[part=code]";

/** What others see: joining, and friends. */
export const guestScenes: Scene[] = [
  {
    name: "join",
    says: "Where nobody is identified: joining, and what to know before",
    open: () => page("share"),
    ready: "[part=join]",
    clip: "enishi-share",
  },
  {
    name: "join-en-dark",
    says: "In English, in dark",
    open: () => page("share", { locale: "en" }),
    ready: "[part=join]",
    clip: "enishi-share",
    device: { ...english, colorScheme: "dark" },
  },
  {
    name: "join-wrong",
    says: "The terms have to be accepted",
    open: () => page("share"),
    ready: "[part=join]",
    act: (page) => page.locator("[part=join] button").click(),
    clip: "enishi-share",
  },
  {
    name: "joined",
    says: "Joined: the link, to be kept",
    open: () => page("share"),
    ready: "[part=join]",
    act: async (page) => {
      await page.locator("[part=join] .tick input").check();
      await page.locator("[part=join] button").click();
      await page.locator(code).waitFor();
    },
    clip: "enishi-share",
  },
  {
    name: "progress-stranger",
    says: "The standing, asked for by somebody who is no member yet",
    open: () => page("progress"),
    ready: "[part=join]",
    clip: "enishi-progress",
  },
  {
    name: "welcome",
    says: "For the friend: who sent them, by a name that the member chose",
    open: (_world, { hanako }) => page("welcome", {}, `?via=${hanako.code}`),
    ready: "[part=offer]",
    clip: "enishi-welcome",
  },
  {
    name: "welcome-unnamed-en",
    says: "Where the member chose none, in English",
    open: (_world, { sora }) =>
      page("welcome", { locale: "en" }, `?via=${sora.code}`),
    ready: "[part=offer]",
    clip: "enishi-welcome",
    device: english,
  },
  {
    name: "welcome-desktop",
    says: "On a desktop",
    open: (_world, { hanako }) => page("welcome", {}, `?via=${hanako.code}`),
    ready: "[part=offer]",
    clip: "enishi-welcome",
    device: desktop,
  },
  {
    name: "welcome-in-app",
    says: "In an app's own browser: the way out, and the code to take along",
    open: (_world, { hanako }) => page("welcome", {}, `?via=${hanako.code}`),
    ready: "[part=in-app]",
    clip: "enishi-welcome",
    device: {
      ...phone,
      userAgent: `${phone.userAgent} Line/15.8.0`,
    },
  },
  typed("code", "At checkout: a code that counts", (own) => own, ".right"),
  typed("code-typo", "A slip of the finger", () => "7K9", ".wrong"),
  typed("code-unknown", "A code that nobody has", () => "7K9M2QXC", ".wrong"),
];

/** The code field, with something typed into it. */
function typed(
  name: string,
  says: string,
  what: (own: string) => string,
  ready: string,
): Scene {
  return {
    name,
    says,
    open: () => page("code"),
    ready: "[part=input]",
    act: async (page, { hanako }) => {
      const field = page.locator("[part=input]");
      await field.fill(what(hanako.code.toLowerCase()));
      await field.blur();
      await page.locator(ready).waitFor();
    },
    clip: "enishi-code",
  };
}
