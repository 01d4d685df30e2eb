import type { JoinAnswer } from "../sdk/protocol/answers.ts";
import type { CallCollector } from "./collector-client.ts";
import type { Context } from "./enishi.ts";

/** A membership that this device holds. */
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
  /** A signed identity has its own membership; without one it is whoever was here last. */
  of(now: Context, identity: string | null): KeptMember | undefined;
  join(
    now: Context,
    identity: string | null,
    proof: { token: string } | { acceptedTerms: string; joinKey: string },
  ): Promise<KeptMember | undefined>;
  keep(now: Context, member: KeptMember): void;
  /** Newest first. */
  all(now: Context): KeptMember[];
  forget(): void;
}

const storageKey = "_enishi_member";

/** Several people may share one device; more than a household is not kept. */
const maxKept = 8;

/** Memberships of one programme: in memory and, where consent allows, on the device. */
export function createMembership(
  program: string,
  call: CallCollector,
): Membership {
  let memory: KeptMember[] = [];

  function all(now: Context): KeptMember[] {
    try {
      const stored = now.mayStore && localStorage[storageKey];
      return stored ? [...memory, ...JSON.parse(stored)] : memory;
    } catch {
      // Storage is closed, or somebody else has written there.
      return memory;
    }
  }

  function keep(now: Context, member: KeptMember): void {
    const others = all(now).filter(({ who }) => who !== member.who);
    memory = [member, ...others].slice(0, maxKept);
    try {
      if (now.mayStore) localStorage[storageKey] = JSON.stringify(memory);
    } catch {
      // Full or closed: memory has it for this page.
    }
  }

  const whoIs = ({ site }: Context, identity: string | null) =>
    `${site} ${program} ${identity ? subjectOf(identity) : ""}`;

  return {
    all,
    keep,
    of: (now, identity) =>
      all(now).find(({ who, token }) =>
        identity
          ? who === whoIs(now, identity)
          : token && who.startsWith(whoIs(now, null)),
      ),
    async join(now, identity, proof) {
      const { site, visitor } = now;
      const body = {
        site,
        program: program || undefined,
        visitor: visitor ?? undefined,
        ...proof,
      };
      const url = `${now.collector}/v1/members`;
      const answer = await call<JoinAnswer>(url, { method: "POST", body });
      if (!answer.body) return;
      const { token, member } = answer.body;
      const kept = { ...proof, who: whoIs(now, identity), token };
      const made = { ...kept, code: member.code };
      keep(now, made);
      return made;
    },
    forget() {
      memory = [];
    },
  };
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
