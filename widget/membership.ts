import type { Context } from "./enishi.ts";

/** The membership that this device holds. */
export interface KeptMember {
  /** Site, programme, and the `sub` of the signed token it was joined with; none for a join by form. */
  who: string;
  /** Opaque member token; empty once the collector has revoked it. */
  token: string;
  code: string;
  /** The device's secret of a join by form: joining again with it is the same member. */
  joinKey: string;
}

export interface Membership {
  /** What is kept, whoever it is of. */
  last(now: Context): Partial<KeptMember>;
  /** What is kept for a signed identity; without one, for whoever was here last, unless the page says that somebody else is here now. */
  of(now: Context, identity: string | null): Partial<KeptMember> | undefined;
  /** Keeps a change in memory and, where consent allows, on the device. */
  keep(now: Context, change: Partial<KeptMember>): void;
  forget(): void;
}

/** This device's membership of one programme. Whoever comes back after somebody else joins again, and is the same member. */
export function createMembership(program: string): Membership {
  let memory: Partial<KeptMember> = {};
  const membership: Membership = {
    last(now) {
      try {
        if (!memory.who && now.mayStore) {
          memory = JSON.parse(localStorage._enishi_member);
        }
      } catch {
        // Nothing there, or storage is closed.
      }
      return memory;
    },
    of(now, identity) {
      const kept = membership.last(now);
      const who = whoIs(now, program, identity);
      const isTheirs =
        kept.who === who ||
        (!identity &&
          (now.id ? who + now.id === kept.who : kept.who?.startsWith(who)));
      return isTheirs ? kept : undefined;
    },
    keep(now, change) {
      memory = { ...membership.last(now), ...change };
      try {
        if (now.mayStore) localStorage._enishi_member = JSON.stringify(memory);
      } catch {
        // Full or closed: memory has it for this page.
      }
    },
    forget() {
      memory = {};
    },
  };
  return membership;
}

/** How site, programme and person are named together; what stands before the person where nobody is identified. */
export function whoIs(
  { site }: Context,
  program: string,
  identity: string | null | undefined,
): string {
  return `${site} ${program} ${identity ? subjectOf(identity) : ""}`;
}

/** The `sub` of a signed token: only to tell people apart on this device, the collector checks the signature. */
function subjectOf(token: string): string {
  try {
    const payload = token.split(".")[1] ?? "";
    return JSON.parse(atob(payload.replace(/-/g, "+").replace(/_/g, "/"))).sub;
  } catch {
    return token;
  }
}
