/** @jsxImportSource hono/jsx */
import type { Payee } from "../../actions/payee.ts";
import type { View } from "../pages/view.ts";

/** Whom a payment is for, as far as anything is known of them. */
export function PayeeName({ view, payee }: { view: View; payee: Payee }) {
  const { member, externalId, email, name } = payee;
  const w = view.words.payouts;
  if (payee.erased) return w.erased;
  const called = name ?? externalId ?? email;
  const further = [externalId, email].filter(
    (one) => one !== null && one !== called,
  );
  return (
    <>
      {member === null ? (
        (called ?? w.unknown)
      ) : (
        <a href={`/owner/members/${encodeURIComponent(member)}`}>
          {called ?? view.words.members.noId}
        </a>
      )}
      {further.map((one) => (
        <small>{one}</small>
      ))}
      {member === null ? <small>{w.notJoined}</small> : null}
    </>
  );
}
