import type { TestMessages } from "./ja-test.ts";

/** What is said on a test site, in Chinese, traditional signs. */
const zhHantTest: TestMessages = {
  testSite: "測試網站：此處的操作不會計入",
};

export default zhHantTest;
