import { afterEach, vi } from "vitest";
import type { Me } from "../../sdk/protocol/me.ts";
import type { CodeCheck } from "../../sdk/protocol/offers.ts";
import type { EnishiElement } from "../element.ts";
import type { Context, Enishi, ReferralAnswer } from "../enishi.ts";
import "../main.ts";
import { dispute, me, program } from "./fixtures.ts";

export interface Shop {
  /** What the collector answers; changing it changes the next answer. */
  me: Me | number;
  program: typeof program | null;
  /** A site for trying things out. */
  isTest?: boolean;
  check: CodeCheck | null;
  /** What becomes of an objection: 201, another status, or `null` for no answer. */
  dispute: number | null;
  referral: ReferralAnswer | null;
  context: Context;
  /** The calls that came: "POST /v1/members", with their bodies. */
  calls: { name: string; body: Record<string, unknown>; init: RequestInit }[];
  /** What was told to the tracker, but for questions. */
  told: unknown[][];
  enishi: Enishi;
  fetch: typeof window.fetch;
  /** Puts an element on the page, with attributes. */
  show(surface: string, attributes?: Record<string, string>): EnishiElement;
  called(name: string): Shop["calls"];
}

/** A signed token of somebody; the widget does not check signatures. */
export function tokenOf(sub: string): string {
  return `e30.${btoa(JSON.stringify({ sub }))}.c2ln`;
}

/** A page with a tracker and a collector that are both played. */
export function openShop(change: Partial<Shop> = {}): Shop {
  const shop: Shop = {
    me: me(),
    program,
    check: null,
    dispute: 201,
    referral: null,
    context: {
      site: "pk_test",
      collector: "https://ref.shop.example",
      locale: "ja",
      token: null,
      visitor: "vis_1",
      code: null,
      mayStore: true,
      debug: false,
    },
    calls: [],
    told: [],
    enishi: (async (name: string, detail?: unknown) => {
      if (detail === "make") shop.context.visitor ??= "vis_made";
      if (name === "context") return shop.context;
      if (name === "referral") return shop.referral;
      shop.told.push([name, detail]);
    }) as Enishi,
    fetch: async (input, init = {}) => {
      const { pathname } = new URL(String(input));
      const name = `${init.method} ${pathname}`;
      const body = init.body ? JSON.parse(String(init.body)) : {};
      shop.calls.push({ name, body, init });
      const answer = answerTo(shop, name, body);
      if (answer === null) throw new TypeError("Failed to fetch");
      return typeof answer === "number"
        ? new Response("{}", { status: answer })
        : Response.json(answer);
    },
    show(surface, attributes = {}) {
      const element = document.createElement(
        `enishi-${surface}`,
      ) as EnishiElement;
      for (const [name, value] of Object.entries(attributes)) {
        element.setAttribute(name, value);
      }
      element.enishi = shop.enishi;
      element.fetch = shop.fetch;
      document.body.append(element);
      return element;
    },
    called: (name) => shop.calls.filter((call) => call.name === name),
    ...change,
  };
  return shop;
}

function answerTo(shop: Shop, name: string, body: object): unknown {
  if (name === "GET /v1/me") return shop.me;
  if (name === "PATCH /v1/me") return shop.me;
  if (name === "POST /v1/me/disputes") {
    return shop.dispute === 201 ? dispute(body) : shop.dispute;
  }
  if (name === "POST /v1/members") {
    const { member } = me();
    return { member, token: "member-token" };
  }
  if (name === "GET /v1/settings") {
    const { program, isTest } = shop;
    return (
      program && { consent: "granted", program, ...(isTest && { test: true }) }
    );
  }
  return shop.check;
}

/** Chunks are built when first asked for, and the machine may be busy. */
const patience = { timeout: 20_000 };

/** Waits for what a selector finds inside an element. */
export function find<Found extends Element = HTMLElement>(
  element: Element,
  selector: string,
): Promise<Found> {
  return vi.waitFor(() => {
    const found = element.shadowRoot?.querySelector<Found>(selector);
    if (!found) throw new Error(`Expected ${selector} to appear.`);
    return found;
  }, patience);
}

/** Waits for a text, which may have break opportunities in it, to be shown. */
export function findText(element: Element, text: string): Promise<string> {
  return vi.waitFor(() => {
    const shown = textOf(element);
    if (!shown.includes(text)) {
      throw new Error(`Expected "${text}" in "${shown}".`);
    }
    return shown;
  }, patience);
}

export function textOf(element: Element): string {
  const root = element.shadowRoot?.querySelector<HTMLElement>(".root");
  return root?.textContent.replaceAll("\u200b", "") ?? "";
}

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute("style");
  localStorage.clear();
});
