import type { Answer, Fault } from "./front-door.ts";
import { shopUrl } from "./world.ts";

function answering(status: number, more: Partial<Answer> = {}): Fault {
  const headers = {
    "access-control-allow-origin": shopUrl,
    "access-control-expose-headers": "Retry-After",
    ...(status === 500 ? {} : { "retry-after": "1" }),
  };
  return async () => ({ status, headers, body: Buffer.from("{}"), ...more });
}

/** The faults of a network and of what stands in it. Some happen before the collector has the request, some after. */
export const faults: Record<string, Fault> = {
  "never arrives": async () => null,
  "is stored and not answered": async (pass) => {
    await pass();
    return null;
  },
  "is cut in the middle of the answer": async (pass) => ({
    ...(await pass()),
    isCut: true,
  }),
  "arrives twice": async (pass) => {
    await pass();
    return pass();
  },
  "is late": async (pass) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    return pass();
  },
  "is one too many (429)": answering(429),
  "meets an error (500)": answering(500),
  "meets a busy collector (503)": answering(503),
  "meets a proxy that knows no other origin (503)": answering(503, {
    headers: {},
    body: Buffer.alloc(0),
  }),
};

/** Of what is sent to the collector's interface: its files come whatever the network does. */
export function eventsOnly(fault: Fault): Fault {
  return (pass, passage) =>
    passage.path.startsWith("/v1/") ? fault(pass, passage) : pass();
}

/** Each of these words meets a fault of its own the first time a request has it; notes by which method it came then. */
export function onceEach(
  words: string[],
  all: Fault[] = Object.values(faults),
): { fault: Fault; met: string[] } {
  const left = new Map(words.map((word, n) => [word, all[n % all.length]]));
  const met: string[] = [];
  return {
    met,
    fault: (pass, passage) => {
      const text = `${passage.path} ${passage.body}`;
      const word = words.find((one) => left.has(one) && text.includes(one));
      const fault = word && left.get(word);
      if (!fault) return pass();
      left.delete(word);
      met.push(passage.method);
      return fault(pass, passage);
    },
  };
}
