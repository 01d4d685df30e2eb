import type { Context } from "./enishi.ts";

/** The membership that this device holds. */
export interface KeptMember {
  /** Site, programme, and the `sub` of the signed token it was joined with; no `sub` for a join by form. */
  who: string;
  /** Opaque member token; empty once the collector has revoked it. */
  token: string;
  code: string;
  /** The device's secret of a join by form: joining again with it is the same member. */
  joinKey?: string;
}

export interface Membership {
  /** What is kept for a signed identity; without one, for whoever was here last. */
  of(now: Context, identity: string | null): KeptMember | undefined;
  /** How site, programme and person are named together. */
  whoIs(now: Context, identity: string | null): string;
  /** Keeps it in memory and, where consent allows, on the device. */
  keep(now: Context, member: KeptMember): void;
  /** What is kept, whoever it is of. */
  last(now: Context): Partial<KeptMember>;
  forget(): void;
}

const storageKey = "_enishi_member";

/** This device's membership of one programme. Whoever comes back after somebody else joins again, and is the same member. */
export function createMembership(program: string): Membership {
  let memory: Partial<KeptMember> = {};
  const membership: Membership = {
    whoIs: (now, identity) =>
      `${now.site} ${program} ${identity && subjectOf(identity)}`,
    last(now) {
      try {
        if (!memory.who && now.mayStore) {
          memory = JSON.parse(localStorage[storageKey]);
        }
      } catch {
        // Nothing there, or storage is closed.
      }
      return memory;
    },
    of(now, identity) {
      const { who = "", token = "", code = "" } = membership.last(now);
      const isTheirs = identity
        ? who === membership.whoIs(now, identity)
        : token && who.startsWith(`${now.site} ${program} `);
      return isTheirs ? { who, token, code } : undefined;
    },
    keep(now, member) {
      memory = { ...membership.last(now), ...member };
      try {
        if (now.mayStore) localStorage[storageKey] = JSON.stringify(memory);
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

/** The `sub` of a signed token: only to tell people apart on this device, the collector checks the signature. */
function subjectOf(token: string): string {
  try {
    const payload = token.split(".")[1] ?? "";
    return JSON.parse(atob(payload.replace(/-/g, "+").replace(/_/g, "/"))).sub;
  } catch {
    return token;
  }
}
