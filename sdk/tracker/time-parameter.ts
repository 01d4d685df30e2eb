/** When the touch was, in base 36 as in the cookie, in an address on another of the shop's domains. */
export const timeParameter = "enishi-at";
