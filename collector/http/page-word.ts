import { normaliseCode } from "../../sdk/protocol/code.ts";
import type { Touch } from "../../sdk/protocol/events.ts";
import type { ConversionWord } from "../actions/conversion-word.ts";
import { orderTime, type Sending, touchTime } from "./event-time.ts";
import { missingFacts } from "./missing-facts.ts";
import { conversionClaims, type WireConversion } from "./schemas/events.ts";
import { type TokenFault, verifySignedToken } from "./signed-token.ts";
import { typedCode } from "./typed-code.ts";
import { check, sentence } from "./validate.ts";

export interface Refused {
  code: "invalid_field" | "bad_token";
  message: string;
  /** Of a token: what the owner can mend. */
  fault?: TokenFault;
}

export type WordOrRefusal =
  | { word: ConversionWord; refused: null }
  | { word: null; refused: Refused };

interface Heard {
  sending: Sending;
  /** The event's time by the collector's clock. */
  occurredAt: number;
  visitor: string | null;
  signingKeys: readonly string[];
}

/**
 * What a lead or sale event says. With a token, the shop's facts are the token's alone:
 * whoever is looking at the page could have changed the others. Only what is the
 * customer's own word, the code, the touch and the browser, comes from the event too.
 */
export function pageWord(event: WireConversion, heard: Heard): WordOrRefusal {
  const facts =
    event.token === undefined
      ? claimed(event)
      : signed(event, event.token, heard);
  if ("code" in facts) return { word: null, refused: facts };
  const missing = missingFacts(event.type, facts);
  if (missing.length)
    return {
      word: null,
      refused: { code: "invalid_field", message: sentence(missing) },
    };
  return {
    word: {
      ...facts,
      orderId: facts.orderId ?? "",
      type: event.type,
      grossProfitMinor: null,
      ...typedCode(facts.typed ?? event.code),
      touches: touchesOf(event, heard.sending),
      visitor: heard.visitor,
      occurredAt: orderTime(heard.occurredAt, facts.signedAt, heard.sending),
    },
    refused: null,
  };
}

interface Facts
  extends Pick<
    ConversionWord,
    "amountMinor" | "currency" | "marginClass" | "customer" | "trust"
  > {
  orderId: string | null;
  typed?: string | undefined;
  /** When the shop's server signed it, or `null` for a claim. */
  signedAt: number | null;
}

/** A browser's claim. That a customer is an existing one is not theirs to say. */
function claimed(event: WireConversion): Facts {
  const isSale = event.type === "sale";
  return {
    orderId: event.orderId ?? null,
    amountMinor: isSale ? (event.amountMinor ?? null) : null,
    currency: isSale ? (event.currency ?? null) : null,
    marginClass: isSale ? (event.marginClass ?? null) : null,
    customer: {
      id: isSale ? (event.customer?.id ?? null) : null,
      email: (isSale ? event.customer?.email : event.email) ?? null,
      existing: null,
    },
    trust: "claim",
    signedAt: null,
  };
}

function signed(
  event: WireConversion,
  token: string,
  { signingKeys, sending }: Heard,
): Facts | Refused {
  const badToken = (message: string, fault: TokenFault = "form"): Refused => ({
    code: "bad_token",
    message,
    fault,
  });
  const verified = verifySignedToken(token, {
    keys: signingKeys,
    audience: "conversion",
    now: sending.receivedAt,
  });
  if (!verified.claims) return badToken(verified.because, verified.fault);
  const { value: claims, errors } = check(conversionClaims, verified.claims);
  if (errors) return badToken(`In the token, ${sentence(errors)}`);
  if (claims.type !== event.type)
    return badToken(
      `Expected a token of type "${event.type}", like the event, and got one of another type.`,
    );
  const customer = {
    id: claims.customer?.id ?? claims.sub ?? null,
    email: claims.customer?.email ?? claims.email ?? null,
    existing: claims.customer?.existing ?? null,
  };
  // Without any of the three, one token would stand for any number of leads.
  const namesSomething = claims.orderId ?? customer.id ?? customer.email;
  if (namesSomething === null)
    return badToken("Expected a token with orderId, sub or email.");
  // A sale's order is a fact of the shop. A lead's may be the page's own name for it.
  const orderId =
    claims.orderId ?? (event.type === "lead" ? event.orderId : undefined);
  return {
    orderId: orderId ?? null,
    amountMinor: claims.amountMinor ?? null,
    currency: claims.currency ?? null,
    marginClass: claims.marginClass ?? null,
    customer,
    trust: "token",
    typed: claims.code,
    signedAt: claims.iat * 1000,
  };
}

function touchesOf(
  { touch }: WireConversion,
  sending: Sending,
): ConversionWord["touches"] {
  if (!touch) return [];
  const both = "first" in touch ? [touch.first, touch.last] : [touch];
  const found = both.flatMap((one) => touchOf(one as Touch, sending));
  const [first, last] = found;
  return first?.code === last?.code && first?.at === last?.at
    ? found.slice(0, 1)
    : found;
}

/** A touch whose code is nobody's is left out: it never stands in the way of the order. */
function touchOf(
  { code: typed, at, click }: Touch,
  sending: Sending,
): ConversionWord["touches"] {
  const code = normaliseCode(typed);
  if (code === null) return [];
  return [{ code, at: touchTime(at, sending), click: click ?? null }];
}
