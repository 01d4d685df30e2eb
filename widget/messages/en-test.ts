import type { TestMessages } from "./ja-test.ts";

/** What is said on a test site, in English. */
const enTest: TestMessages = {
  testSite: "Test site: nothing here counts",
};

export default enTest;
