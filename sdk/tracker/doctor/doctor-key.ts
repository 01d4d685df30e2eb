/** The key of the install doctor, with which the page was loaded: a router may have dropped it from the address since. */
export function doctorKey(): string | undefined {
  return /[?&]enishi-doctor=([^&#]+)/.exec(
    `${performance.getEntriesByType("navigation")[0]?.name}`,
  )?.[1];
}
