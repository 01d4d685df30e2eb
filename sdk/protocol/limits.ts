/** The bounds of the wire. The collector enforces them; the tracker keeps below them. */

/** Largest body of `POST /v1/events`, in bytes. */
export const maxBodyBytes = 64 * 1024;
/** Most events in one batch. */
export const maxEventsPerBatch = 100;
/** Smallest and largest amount of money, in minor units. */
export const minAmountMinor = 1;
export const maxAmountMinor = 1_000_000_000_000;
/** Longest order id, customer id, event name and the like, in UTF-16 units. */
export const maxIdLength = 200;
/** Longest URL that is kept, in UTF-16 units. */
export const maxUrlLength = 2_000;
/** Longest mail address (RFC 5321). */
export const maxEmailLength = 254;
/** Ids of events and clicks. */
export const idPattern = /^[\w-]{16,40}$/;
/** A signed token may live this long at most, in milliseconds. */
export const maxTokenLifeMs = 24 * 60 * 60 * 1000;
/** A visitor id: the tracker's own look like event ids, a shop's server may have others. */
export const visitorPattern = /^[0-9A-Za-z_-]{1,64}$/;
