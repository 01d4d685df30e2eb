/** What every answer has, unless it says otherwise itself: nothing of an answer may run, be framed or be guessed at. */
const usual = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Frame-Options": "DENY",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
};

export function securityHeaders(isSecure: boolean): Record<string, string> {
  return isSecure
    ? { ...usual, "Strict-Transport-Security": "max-age=31536000" }
    : usual;
}
