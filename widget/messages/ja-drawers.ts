/** The drawers of the share tools, in Japanese. */
const jaDrawers = {
  fixedLine: "1行目は広告の表示ルールのため、そのまま送られます。",
  copyMessage: "文章をコピー",
  qrAlt: "紹介リンクのQRコード（{link}）",
  qrHint: "お友だちに、カメラで読み取ってもらってください。",
  savePng: "画像を保存",
  saveSvg: "SVGを保存",
  print: "印刷",
};

export type DrawerMessages = typeof jaDrawers;

export default jaDrawers;
