/** What is sent: the fixed disclosure first, then the words, then the link. */
export interface SharedWords {
  disclosure: string;
  text: string;
  /** Of a mail. */
  subject: string;
  /** The member's `/r/` link, without a channel. */
  link: string;
}

export interface ShareAnchor {
  channel: "line" | "x" | "facebook" | "mail" | "sms";
  /** As networks write themselves; `null` where each language has a word of its own. */
  name: string | null;
  href: string;
  /** Leads to a site, which opens beside this page; a mail or message does not. */
  isSite: boolean;
}

/** A post of 280 weighs a full-width letter as two and every link as 23: whatever the language, so many letters fit. */
const maxPost = 127;

/** Of the words, percent-encoded: no mail program cuts an address below 2,000. */
const maxMailLength = 1_700;

/** Where a page without a script leads to share; only what works on this kind of device. */
export function shareAnchors(
  words: SharedWords,
  isPhone: boolean,
): ShareAnchor[] {
  const { disclosure, text, subject, link } = words;
  const by = (channel: string) => `${link}?channel=${channel}`;
  const all = `${disclosure}\n${text}`;
  const mail = `${shortened(all, (some) => encode(some).length <= maxMailLength)}\n\n${by("mail")}`;
  const site = (
    channel: "line" | "x" | "facebook",
    name: string,
    href: string,
  ) => ({ channel, name, href, isSite: true }) as const;
  return [
    site(
      "line",
      "LINE",
      // LINE for PC does not know the phones' form.
      isPhone
        ? `https://line.me/R/share?text=${encode(`${all}\n${by("line")}`)}`
        : `https://social-plugins.line.me/lineit/share?url=${encode(by("line"))}&text=${encode(all)}`,
    ),
    site(
      "x",
      "X",
      `https://x.com/intent/tweet?text=${encode(shortened(all, (some) => [...some].length <= maxPost))}&url=${encode(by("x"))}`,
    ),
    // It takes no words; the link's preview carries them.
    site(
      "facebook",
      "Facebook",
      `https://www.facebook.com/sharer/sharer.php?u=${encode(by("facebook"))}`,
    ),
    {
      channel: "mail",
      name: null,
      href: `mailto:?subject=${encode(subject)}&body=${encode(mail.replaceAll("\n", "\r\n"))}`,
      isSite: false,
    },
    ...(isPhone
      ? [
          {
            channel: "sms",
            name: "SMS",
            // iOS wants `&body`, Android `?body`; both read this.
            href: `sms:?&body=${encode(`${all}\n${by("sms")}`)}`,
            isSite: false,
          } as const,
        ]
      : []),
  ];
}

/** Phones and tablets, which have LINE's app and can send messages; a hint only. */
export function isPhone(userAgent: string | undefined): boolean {
  return /Android|iPhone|iPad|iPod|Mobile/.test(userAgent ?? "");
}

/** Cut at its end, where the disclosure is not. */
function shortened(text: string, fits: (text: string) => boolean): string {
  const letters = [...text];
  let longest = text;
  while (letters.length && !fits(longest)) {
    letters.pop();
    longest = `${letters.join("")}…`;
  }
  return longest;
}

/** Half of an emoji that was cut in two would make encodeURIComponent throw. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
