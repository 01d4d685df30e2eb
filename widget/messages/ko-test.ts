import type { TestMessages } from "./ja-test.ts";

/** What is said on a test site, in Korean. */
const koTest: TestMessages = {
  testSite: "테스트 사이트: 여기서 한 일은 집계되지 않아요",
};

export default koTest;
