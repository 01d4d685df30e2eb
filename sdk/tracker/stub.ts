type Call = [args: unknown[], settle: (answer?: unknown) => void];
type Stub = { (...args: unknown[]): Promise<unknown>; q?: Call[] };

const page = window as unknown as { enishi?: Stub };

/**
 * What a page pastes before its first call: queues calls, and answers promises
 * that the script settles, or that settle by themselves after a second where
 * the script is blocked. An element whose id is enishi is by that name, too, but
 * cannot be called. `stub-text.ts` holds this file as built.
 */
if (!page.enishi?.call) {
  const stub: Stub = (...args) =>
    new Promise((settle) => {
      // Looked up at each call: once the script has come, its `q` runs what is pushed.
      page.enishi?.q?.push([args, settle]);
      setTimeout(settle, 1000);
    });
  stub.q = [];
  page.enishi = stub;
}
