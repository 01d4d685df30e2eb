/** The drawers of the share tools, in Japanese. */
const jaDrawers = {
  fixedLine: "1行目は広告の表示ルールのため、そのまま送られます。",
  preview: "送るとこう見えます",
  mailSubject: "件名：{subject}",
  room: "{channel}の上限 {max} のうち {count}",
  tooLong: "{channel}には長いため、終わりを「…」にして送ります。",
  copyMessage: "文章をコピー",
  qrAlt: "紹介リンクのQRコード（{link}）",
  qrHint: "お友だちに、カメラで読み取ってもらってください。",
  savePng: "画像を保存",
  saveSvg: "SVGを保存",
  print: "印刷",
};

export type DrawerMessages = typeof jaDrawers;

export default jaDrawers;
