import { announce } from "./announce.ts";
import type { Calls, Referral } from "./calls.ts";
import { carryReferral } from "./carry-referral.ts";
import { checkCode } from "./check-code.ts";
import { createResender, type Resend } from "./resender.ts";
import type { Core } from "./tracker.ts";

/** The calls that only referred visitors and pages with elements need, and what deals with failures. */
export type LaterCalls = Pick<
  { [Name in keyof Calls]: (...args: Parameters<Calls[Name]>) => unknown },
  | "context"
  | "copy"
  | "forget"
  | "identify"
  | "open"
  | "referral"
  | "share"
  | "view"
> & {
  resend: Resend;
  /** What the collector says of a code. */
  check(code: string): Promise<Referral | null>;
};

/** The half of the tracker that is fetched when it is needed: by a referral, an element or a call. */
export function laterCalls(core: Core): LaterCalls {
  const { options, visit, record } = core;
  const { site, collector, locale = null } = options;

  let token: string | null = null;

  async function referral(): Promise<Referral | null> {
    await core.met;
    const touch = visit.touches()?.last;
    return touch ? checkCode(core, touch.code) : null;
  }

  carryReferral(core, referral);

  return {
    resend: createResender(core),
    check: (code) => checkCode(core, code),
    identify(who) {
      token = "token" in who ? who.token : null;
      announce("identify", who);
    },
    referral,
    view: ({ surface, code }) => record({ type: "view", surface, code }),
    share: ({ code, channel }) => record({ type: "share", code, channel }),
    copy: ({ code, channel }) => record({ type: "copy", code, channel }),
    forget() {
      visit.forget();
      token = null;
      announce("forget");
    },
    async open(surface) {
      await core.loadWidget();
      announce("open", { surface });
    },
    async context(need) {
      await core.decided();
      return {
        site,
        collector,
        locale,
        token,
        visitor: visit.visitor(need),
        mayStore: visit.mayStore(),
        debug: options.debug != null,
      };
    },
  };
}
