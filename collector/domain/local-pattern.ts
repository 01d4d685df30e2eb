const localhosts = ["localhost", "127.0.0.1", "[::1]"];

/** What stands for every port of the developer's own machine. */
export const localPatterns = localhosts.map((host) => `http://${host}:*`);

/** The pattern of an origin on the developer's own machine, or `null` for another. */
export function localPattern(origin: string): string | null {
  const host = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/.exec(
    origin,
  )?.[1];
  return host === undefined ? null : `http://${host}:*`;
}
