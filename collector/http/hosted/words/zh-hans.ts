import type { HostedWords } from "./ja.ts";

/** The collector's own pages in Chinese, simplified signs. */
const zhHans: HostedWords = {
  test: "这是测试页面，不会发放奖励。",
  terms: "使用条款",
  disclosure: "关于发送的信息",
  share: {
    title: (brand) => `把${brand}分享给好友`,
    lead: "感谢你一直以来的支持。喜欢的话，也推荐给身边的好友吧。",
    rewardTitle: "感谢你的支持",
    rewardLead:
      "如果这次有推荐奖励，我们正在核对，确认后会显示在推荐进度中。在此期间，也欢迎分享给好友。",
    link: "推荐链接",
    code: "推荐码",
    codeHint: "无法使用链接时，请把这个推荐码告诉好友。",
    message: "发送的文字",
    more: "其他发送方式",
    qr: "显示二维码",
    qrAlt: (link) => `二维码：${link}`,
    qrPng: "保存为 PNG",
    qrSvg: "保存为 SVG",
    preview: "好友看到的页面",
    progress: "查看推荐进度",
    private:
      "这个页面可以转发，所以不会显示你的奖励和礼品码。确认是你本人后即可查看。",
    stale: "本人验证已过期（最长 24 小时）。请登录店铺后重新打开。",
    progressTitle: "你的奖励和好友",
    proofTitle: "请先确认是你本人",
    proof: (brand) =>
      `奖励、礼品码和推荐进度只给你本人看。请登录${brand}，从你的账户中打开推荐进度。`,
    proofScript: "需要启用 JavaScript 才能查看。",
    toShop: (brand) => `前往${brand}`,
    back: "返回推荐链接",
    closed: {
      paused: {
        title: "推荐活动暂时休息",
        lead: "活动恢复后，你可以继续在这个页面推荐好友。已获得的奖励不受影响。",
      },
      ended: {
        title: "推荐活动已经结束",
        lead: "感谢你的参与。已获得的奖励不受影响。",
      },
      suspended: {
        title: "这个推荐链接暂时无法使用",
        lead: "如果你不清楚原因，请咨询店铺。",
      },
    },
    missing: {
      404: {
        title: "这个链接打不开",
        lead: "链接可能不完整。请从邮件等处重新打开完整的链接。如果仍然打不开，请咨询店铺。",
      },
      410: {
        title: "这个页面已不存在",
        lead: "这个链接已经失效。想推荐好友的话，请向店铺索取新的链接。",
      },
    },
  },
  later: {
    title: "链接暂时打不开",
    lead: "我们这边暂时出了点问题。链接仍然有效，请稍后再打开一次。",
  },
  landing: {
    eyebrow: "来自好友的推荐",
    title: (brand) => `欢迎来到${brand}`,
    from: (name, brand) => `${name}邀请你来${brand}看看`,
    lead: "为第一次来的你准备了优惠。",
    noOffer: "好友把这家店推荐给了你。",
    offer: "好友送你的优惠",
    disclosure: "【广告】你从这里注册或购买，推荐人也会获得奖励。",
    button: (brand) => `去${brand}看看`,
    code: "以后要用时的推荐码",
    codeHint: "注册或购买时请输入。",
    external: "用常用浏览器打开",
    inApp: "你正在应用内浏览。如果要在常用浏览器中购买，请使用上面的推荐码。",
    preview: "好友会看到这样的页面。",
    closed: {
      paused: {
        title: "推荐活动暂时休息",
        lead: "目前没有推荐优惠，但店铺照常开放。",
      },
      ended: {
        title: "推荐活动已经结束",
        lead: "已没有推荐优惠，但店铺照常开放。",
      },
      suspended: {
        title: "这个推荐链接暂时无法使用",
        lead: "没有推荐优惠，但店铺照常开放。",
      },
      unknown: {
        title: "没有找到这个推荐码",
        lead: "请再检查一次，或问问发给你的人。店铺照常开放，欢迎看看。",
      },
    },
  },
  preview: {
    labelled: (title) => `【广告】${title}（推荐人也会获得奖励）`,
    from: (name, brand) => `${name}邀请你来${brand}看看`,
    title: (brand) => `把${brand}推荐给你`,
  },
};

export default zhHans;
