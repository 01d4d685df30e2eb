import type { JoinAnswer, Me, MyReward } from "../sdk/protocol/me.ts";
import type { PublicProgram } from "../sdk/protocol/offers.ts";
import { type CallCollector, collectorClient } from "./collector-client.ts";
import type { Context, Enishi } from "./enishi.ts";
import { createMembership, type Membership, whoIs } from "./membership.ts";

/** What a member joins with: a signed token, or the terms accepted and a secret of the device. */
export interface Proof {
  token?: string;
  acceptedTerms?: string;
  joinKey?: string;
  email?: string;
}

/** Who is looking, for every element of a page together: one join and one read, however many elements there are. */
export interface Account {
  /** `stranger`: nobody is identified and nobody has joined on this device. */
  status: "loading" | "stranger" | "member" | "failed";
  program: PublicProgram | null;
  me: Me | null;
  /** A site for trying things out: every screen says so. */
  isTest?: boolean | undefined;
  /** Rewards whose present state the member has not been shown. */
  news: MyReward[];
  /** Id and state of the rewards that were shown on this page. */
  shown: Set<string>;
  /** The programme asked for, or empty for the site's own. */
  programId: string;
  membership: Membership;
  call: CallCollector;
  enishi: Enishi;
  /** The signed token of whoever is looking, or `null`. */
  identity(now: Context): string | null;
  /** A signed member token from an attribute or from `identify`. */
  identify(token: string | null | undefined): void;
  /** Makes whoever is looking a member, which a device does once; answers the member token, or nothing where the collector refused. */
  join(proof: Proof): Promise<string | undefined>;
  /** Reads the member, once a page; joins first where that is still to do. */
  load(): Promise<void>;
  /** Reads again: something has happened. */
  reload(): Promise<void>;
  /** Takes over what has changed, and tells every element. */
  set(change: Partial<Account>): void;
  /** Called back after every change. */
  subscribers: Set<() => void>;
}

export function createAccount(
  enishi: Enishi,
  programId: string,
  fetch: typeof window.fetch,
): Account {
  const call = collectorClient(fetch);
  const membership = createMembership(programId);
  let signed: string | null = null;
  let reading: Promise<void> | undefined;
  let known: Context | undefined;
  /** Counts the people who have looked: an answer for somebody before is nobody's. */
  let turn = 0;

  async function read(): Promise<void> {
    const asked = turn;
    const now = await enishi("context");
    if (asked < turn) return;
    if (!now) return fail();
    const identity = account.identity(now);
    known = now;
    const readMe = (token: string | undefined) =>
      token ? call<Me>(`${now.collector}/v1/me`, { token }) : undefined;
    let reply = await readMe(membership.of(now, identity)?.token);
    if (asked < turn) return;
    if (reply?.status === 401) {
      membership.keep(now, { token: "" });
      reply = undefined;
    }
    if (!reply) {
      if (!identity) return account.set({ me: null, status: "stranger" });
      reply = await readMe(await account.join({ token: identity }));
      if (asked < turn) return;
    }
    const me = reply?.body;
    if (!me?.program?.offer) return fail();
    // Again, because consent may have come since it was joined.
    membership.keep(now, {});
    account.set({
      status: "member",
      me,
      program: me.program,
      isTest: me.test,
    });
  }

  /** Somebody else is looking: what was shown is not theirs, and what is on its way is dropped. */
  function change(): void {
    turn += 1;
    reading = undefined;
    if (account.me) account.set({ me: null, status: "loading" });
  }

  /** What is on the screen stays there when a later read fails. */
  function fail(): void {
    account.set({ status: account.me ? "member" : "failed" });
  }

  const account: Account = {
    status: "loading",
    program: null,
    me: null,
    news: [],
    shown: new Set(),
    programId,
    membership,
    call,
    subscribers: new Set(),
    enishi,
    identity: (now) => signed ?? now.token,
    identify(token) {
      if (!token || token === signed) return;
      signed = token;
      // What is kept is of whoever is shown.
      if (!account.me || !known || !membership.of(known, token)) change();
      if (account.subscribers.size) account.reload();
    },
    async join(proof) {
      // The visitor's id tells a member who later buys by the own link.
      const asked = turn;
      const now = await enishi("context", "make");
      if (!now) return;
      const { site, visitor, collector } = now;
      const { body } = await call<JoinAnswer>(`${collector}/v1/members`, {
        body: {
          site,
          program: programId || undefined,
          visitor: visitor ?? undefined,
          ...proof,
        },
      });
      if (!body?.member || asked < turn) return;
      const { token, member } = body;
      membership.keep(now, {
        who: whoIs(now, programId, proof.token),
        token,
        code: member.code,
      });
      return token;
    },
    load() {
      return reading ?? account.reload();
    },
    reload() {
      if (account.status === "failed") account.set({ status: "loading" });
      reading = Promise.resolve(reading).then(read).catch(fail);
      return reading;
    },
    set(change) {
      Object.assign(account, change);
      account.news = (account.me?.rewards ?? []).filter(
        (reward) => !reward.seen && !account.shown.has(stateOf(reward)),
      );
      for (const changed of account.subscribers) changed();
    },
  };

  function react({ type, detail }: Event & { detail?: { token?: string } }) {
    // With a claim alone, what is kept on the device may be somebody else's.
    if (detail?.token) return account.identify(detail.token);
    if (type === "enishi:forget") {
      membership.forget();
      signed = null;
      change();
    }
    if (account.subscribers.size && !document.hidden) account.reload();
  }
  // While capturing, the window hears what is dispatched at the document.
  for (const type of occasions) addEventListener(type, react, true);
  return account;
}

/** When there may be something new to read. */
const occasions = [
  "enishi:identify",
  "enishi:recorded",
  "enishi:consent",
  "enishi:forget",
  "visibilitychange",
  "online",
];

/** A reward is news again when its state changes. */
export function stateOf({ id, state }: MyReward): string {
  return id + state;
}
