/** What is said on a test site, in Japanese. */
const jaTest = {
  testSite: "テストサイト：ここでの操作は実績になりません",
};

export type TestMessages = typeof jaTest;

export default jaTest;
