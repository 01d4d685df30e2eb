/** What `npm run bench -- --help` says. */
export const usage = `npm run bench [-- OPTIONS]

Sizes, what a page feels, rates, a slow disk, reports, start, growth, overload and
memory, on SQLite and PostgreSQL. Without options growth is over a million events,
the soak lasts a minute and the overload 15 seconds.

  --long             10 million events, a soak of 10 minutes, an overload
                     of a minute
  --only NAMES       some measures, in full length: sizes, rates (or its parts event,
                     batch, sale, me, link), slow-disk, reports, start, growth,
                     overload, memory, page
  --engine NAME      sqlite or postgres
  --soak-minutes N   another length of the soak
  --quick            each for a second: shows that it works, and measures nothing
  --record           with --long or --only: write docs/performance.md from the run
`;
