type Call = [args: unknown[], settle: (answer?: unknown) => void];
type Stub = { (...args: unknown[]): Promise<unknown>; q?: Call[] };

const page = window as unknown as { enishi?: Stub };

/**
 * What a page pastes before its first call: queues calls, and answers promises
 * that the script settles, or that settle by themselves after a second where
 * the script is blocked. `stub-text.ts` holds this file as built.
 */
page.enishi ||= (...args) =>
  new Promise((settle) => {
    // Looked up at each call: once the script has come, its `q` runs what is pushed.
    const stub = page.enishi as Stub;
    stub.q ||= [];
    stub.q.push([args, settle]);
    setTimeout(settle, 1000);
  });
