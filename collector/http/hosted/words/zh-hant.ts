import type { HostedWords } from "./ja.ts";

/** The collector's own pages in Chinese, traditional signs. */
const zhHant: HostedWords = {
  test: "這是測試頁面，不會發放獎勵。",
  terms: "使用條款",
  disclosure: "關於傳送的資訊",
  share: {
    title: (brand) => `把${brand}分享給好友`,
    lead: "感謝你一直以來的支持。喜歡的話，也推薦給身邊的好友吧。",
    rewardTitle: "感謝你的支持",
    rewardLead:
      "如果這次有推薦獎勵，我們正在核對，確認後會顯示在推薦進度中。這段期間，也歡迎分享給好友。",
    link: "推薦連結",
    code: "推薦碼",
    codeHint: "無法使用連結時，請把這個推薦碼告訴好友。",
    message: "傳送的文字",
    more: "其他傳送方式",
    qr: "顯示 QR 碼",
    qrAlt: (link) => `QR 碼：${link}`,
    qrPng: "儲存為 PNG",
    qrSvg: "儲存為 SVG",
    preview: "好友看到的頁面",
    progress: "查看推薦進度",
    private:
      "這個頁面可以轉傳，所以不會顯示你的獎勵和禮物碼。確認是你本人後即可查看。",
    stale: "本人驗證已過期（最長 24 小時）。請登入商店後重新開啟。",
    progressTitle: "你的獎勵和好友",
    proofTitle: "請先確認是你本人",
    proof: (brand) =>
      `獎勵、禮物碼和推薦進度只給你本人看。請登入${brand}，從你的帳戶開啟推薦進度。`,
    proofScript: "需要啟用 JavaScript 才能查看。",
    toShop: (brand) => `前往${brand}`,
    back: "返回推薦連結",
    closed: {
      paused: {
        title: "推薦活動暫時休息",
        lead: "活動恢復後，你可以繼續在這個頁面推薦好友。已獲得的獎勵不受影響。",
      },
      ended: {
        title: "推薦活動已經結束",
        lead: "感謝你的參與。已獲得的獎勵不受影響。",
      },
      suspended: {
        title: "這個推薦連結暫時無法使用",
        lead: "如果你不清楚原因，請洽商店。",
      },
    },
    missing: {
      404: {
        title: "這個連結打不開",
        lead: "連結可能不完整。請從郵件等處重新開啟完整的連結。如果還是打不開，請洽商店。",
      },
      410: {
        title: "這個頁面已不存在",
        lead: "這個連結已經失效。想推薦好友的話，請向商店索取新的連結。",
      },
    },
  },
  later: {
    title: "連結暫時打不開",
    lead: "我們這邊暫時出了點問題。連結仍然有效，請稍後再開啟一次。",
  },
  landing: {
    eyebrow: "來自好友的推薦",
    title: (brand) => `歡迎來到${brand}`,
    from: (name, brand) => `${name}邀請你來${brand}看看`,
    lead: "為第一次來的你準備了優惠。",
    noOffer: "好友把這家店推薦給了你。",
    offer: "好友送你的優惠",
    disclosure: "【廣告】你從這裡註冊或購買，推薦人也會獲得獎勵。",
    button: (brand) => `去${brand}看看`,
    code: "之後要用時的推薦碼",
    codeHint: "註冊或購買時請輸入。",
    external: "用常用瀏覽器開啟",
    inApp: "你正在應用程式內瀏覽。如果要在常用瀏覽器購買，請使用上面的推薦碼。",
    preview: "好友會看到這樣的頁面。",
    closed: {
      paused: {
        title: "推薦活動暫時休息",
        lead: "目前沒有推薦優惠，但商店照常開放。",
      },
      ended: {
        title: "推薦活動已經結束",
        lead: "已沒有推薦優惠，但商店照常開放。",
      },
      suspended: {
        title: "這個推薦連結暫時無法使用",
        lead: "沒有推薦優惠，但商店照常開放。",
      },
      unknown: {
        title: "沒有找到這個推薦碼",
        lead: "請再檢查一次，或問問傳給你的人。商店照常開放，歡迎看看。",
      },
    },
  },
  preview: {
    labelled: (title) => `【廣告】${title}（推薦人也會獲得獎勵）`,
    from: (name, brand) => `${name}邀請你來${brand}看看`,
    title: (brand) => `把${brand}推薦給你`,
  },
};

export default zhHant;
