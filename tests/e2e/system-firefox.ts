import { spawnSync } from "node:child_process";
import { type Browser, firefox } from "playwright";

/** Where a Firefox of the system's is, as Debian or others call it. */
export function findFirefox(): string | null {
  for (const name of ["firefox", "firefox-esr"]) {
    const found = spawnSync("which", [name], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return null;
}

/**
 * Opens it by WebDriver BiDi, which is how Playwright speaks to a Firefox that
 * is not its own. Over BiDi it leads no https to a proxy: a preference does.
 */
export async function openFirefox(
  path: string,
  proxyPort: number,
): Promise<Browser> {
  const browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath: path,
    firefoxUserPrefs: {
      "network.proxy.type": 1,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": proxyPort,
    },
  });
  forgiveMedia(browser);
  return browser;
}

interface Session {
  send(method: string, params: unknown): Promise<unknown>;
}

/** Playwright sets the media of every page, a command that Firefox 153 ESR has not learnt: without it pages have the system's. */
function forgiveMedia(browser: Browser): void {
  const { _connection } = browser as unknown as {
    _connection?: {
      toImpl?(browser: Browser): { _browserSession?: Session } | undefined;
    };
  };
  const session = _connection?.toImpl?.(browser)?._browserSession;
  if (!session) return;
  const send = session.send.bind(session);
  session.send = async (method, params) => {
    const answer = send(method, params);
    return method === "emulation.setMediaFeaturesOverride"
      ? answer.catch(() => ({}))
      : answer;
  };
}
