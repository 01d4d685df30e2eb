import type { Engine } from "./engines.ts";
import {
  eventRequest,
  followRequest,
  friendsOfPopular,
  meRequest,
  openProgram,
  type Request,
  saleRequest,
} from "./requests.ts";

/** A request whose rate is measured, and what it must reach. */
export interface Rate {
  name: string;
  what: string;
  request: Request;
  expected: number[];
  /** Events in one request, by which it is compared with raw's requests. */
  events: number;
  atLeast: Record<Engine["name"], number>;
  aim?: Record<Engine["name"], number>;
  /** Milliseconds that 99 of 100 answers may take. */
  p99Ms?: number;
}

/** Fills a new collector with what the requests need. */
export async function ratesOf(collector: { url: string }): Promise<Rate[]> {
  const { code } = await openProgram(collector);
  return [
    {
      name: "event",
      what: "one event a request",
      request: eventRequest(),
      expected: [202],
      events: 1,
      atLeast: { sqlite: 0.25, postgres: 0.12 },
      aim: { sqlite: 0.45, postgres: 0.25 },
      p99Ms: 10,
    },
    {
      name: "batch",
      what: "20 events a request, events/s against raw's requests/s",
      request: eventRequest(20),
      expected: [202],
      events: 20,
      atLeast: { sqlite: 0.7, postgres: 0.4 },
      aim: { sqlite: 1.4, postgres: 0.8 },
    },
    {
      name: "sale",
      what: "sale with attribution and two rewards, server to server",
      request: saleRequest(code),
      expected: [201],
      events: 1,
      atLeast: { sqlite: 0.05, postgres: 0.03 },
    },
    {
      name: "me",
      what: `\`GET /v1/me\`, ${friendsOfPopular.toLocaleString("en")} friends`,
      request: await meRequest(collector),
      expected: [200],
      events: 1,
      atLeast: { sqlite: 0.1, postgres: 0.1 },
      p99Ms: 15,
    },
    {
      name: "link",
      what: "`GET /r/:code`, click stored",
      request: followRequest(code),
      expected: [302],
      events: 1,
      atLeast: { sqlite: 0.25, postgres: 0.15 },
    },
  ];
}
