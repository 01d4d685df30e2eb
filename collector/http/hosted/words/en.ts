import type { HostedWords } from "./ja.ts";

/** The collector's own pages in English. */
const en: HostedWords = {
  test: "A page for trying things out: nothing is paid.",
  terms: "Terms",
  disclosure: "What this programme sends",
  share: {
    title: (brand) => `Give ${brand} to a friend`,
    lead: "Thank you for being with us. If you like it, your friends may like it too.",
    rewardTitle: "Thank you",
    rewardLead:
      "If this step earns a referral reward, it is being counted now, and will be among your rewards once it is confirmed. Meanwhile, you can share with a friend.",
    link: "Link to share",
    code: "Code to share",
    codeHint: "Where a link does not work, give this code.",
    message: "The message that goes out",
    more: "More ways to send",
    qr: "Show a QR code",
    qrAlt: (link) => `QR code: ${link}`,
    qrPng: "Save as PNG",
    qrSvg: "Save as SVG",
    preview: "What your friend will see",
    progress: "See how it is going",
    private:
      "This page can be forwarded, so it shows none of your rewards or gift codes. You see them once we know that it is you.",
    stale:
      "The proof that it is you has expired: it lasts for 24 hours at most. Sign in at the shop and open the page again.",
    progressTitle: "Your rewards and friends",
    proofTitle: "First, let us know that it is you",
    proof: (brand) =>
      `Rewards, gift codes and how your friends are doing are for you alone. Sign in at ${brand} and open your referrals from your account there.`,
    proofScript: "JavaScript has to be on to see them.",
    toShop: (brand) => `Go to ${brand}`,
    back: "Back to the link",
    closed: {
      paused: {
        title: "Referrals are taking a break",
        lead: "Once they are back, you can share from this page again. What you have earned stays yours.",
      },
      ended: {
        title: "This referral programme has ended",
        lead: "Thank you for taking part. What you have earned stays yours.",
      },
      suspended: {
        title: "This link cannot be used at the moment",
        lead: "If you do not know why, please ask the shop.",
      },
    },
    missing: {
      404: {
        title: "This link could not be opened",
        lead: "Part of it seems to be missing. Open the whole link from your mail again. If that does not help, please ask the shop.",
      },
      410: {
        title: "This page is gone",
        lead: "This link can no longer be used. If you want to refer a friend, please get a new link from the shop.",
      },
    },
  },
  later: {
    title: "This link cannot be opened at the moment",
    lead: "Something at our end is taking a break. Please open the link again in a minute; it stays valid.",
  },
  landing: {
    eyebrow: "A friend has sent you",
    title: (brand) => `Welcome to ${brand}`,
    from: (name, brand) => `${name} invites you to ${brand}`,
    lead: "There is something for you, as you are new here.",
    noOffer: "A friend would like to show you this shop.",
    offer: "For you, from your friend",
    disclosure:
      "Ad: whoever sent you gets a reward if you sign up or buy from here.",
    button: (brand) => `Go to ${brand}`,
    code: "A code for later",
    codeHint: "Type it when you sign up or buy.",
    external: "Open in your browser",
    inApp:
      "You are inside an app. To shop in your usual browser, use the code above.",
    preview: "This is what your friend will see.",
    closed: {
      paused: {
        title: "Referrals are taking a break",
        lead: "There is no referral offer now, but the shop is open to you.",
      },
      ended: {
        title: "This referral programme has ended",
        lead: "There is no referral offer any more, but the shop is open to you.",
      },
      suspended: {
        title: "This link cannot be used at the moment",
        lead: "There is no referral offer with it, but the shop is open to you.",
      },
      unknown: {
        title: "We do not know this code",
        lead: "Please check it, or ask whoever sent it to you. The shop is open to you all the same.",
      },
    },
  },
  preview: {
    labelled: (title) => `${title} (Ad: the sender gets a reward)`,
    from: (name, brand) => `${name} invites you to ${brand}`,
    title: (brand) => `An invitation to ${brand}`,
  },
};

export default en;
