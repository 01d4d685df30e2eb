import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../collector-process.ts";
import { chromiumFlags, requireChromium } from "../find-chromium.ts";
import { openSituation } from "./situation.ts";
import { shopUrl } from "./world.ts";

let browser: ChildProcess;
const { world, code, clicks, untilClicked } = openSituation();

afterAll(async () => {
  if (browser?.kill()) await once(browser, "exit");
});

// Chromium prerenders nothing for a debugger, so nobody watches this browser: the pages and the door tell.
test("a page that the browser prerenders counts once it is shown, and not before", async () => {
  const via = await code();
  const { passages } = world.door;
  const asked = (path: string) =>
    passages.filter((passage) => passage.path.startsWith(path));
  let click = () => {};
  const clicked = new Promise<void>((resolve) => {
    click = resolve;
  });
  world.door.disturb("shop.test", async (pass, { path }) => {
    if (path === "/visitor-clicks") await clicked;
    return pass();
  });
  browser = spawn(
    requireChromium(),
    [
      "--headless=new",
      ...chromiumFlags,
      "--ignore-certificate-errors",
      `--user-data-dir=${temporaryFolder()}`,
      `--host-resolver-rules=MAP *.test:443 127.0.0.1:${world.door.port}`,
      "--user-agent=Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
      // Without it headless Chromium takes a picture and leaves.
      "--remote-debugging-port=0",
      `${shopUrl}/prerendering.html?via=${via}`,
    ],
    { stdio: "ignore" },
  );
  await expect
    .poll(() => asked("/script-has-run").map(({ path }) => path), poll)
    .toEqual(["/script-has-run?prerendering=true"]);
  expect(clicks(via)).toEqual([]);
  expect(asked("/v1/")).toEqual([]);
  click();
  const [counted] = await untilClicked(via);
  expect(counted?.visitor).toBeTruthy();
  expect(asked("/prerendered.html")).toHaveLength(1);
});

const poll = { timeout: 30_000, interval: 50 };
