import type { TestMessages } from "./ja-test.ts";

/** What is said on a test site, in Chinese, simplified signs. */
const zhHansTest: TestMessages = {
  testSite: "测试网站：此处的操作不会计入",
};

export default zhHansTest;
