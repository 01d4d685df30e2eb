/**
 * Providers of addresses that anybody can read or that expire: our own short compilation of well-known names, meant to
 * be added to. A name covers its subdomains. Relays that lead to a real mailbox (Apple, Firefox, DuckDuckGo and
 * the like) are none of them: whoever guards their address is not a cheat.
 */
const disposableDomains = new Set(
  `10minutemail.com 10minutemail.net 1secmail.com 1secmail.net 1secmail.org 20minutemail.com 33mail.com
  anonbox.net byom.de crazymailing.com deadaddress.com discard.email discardmail.com
  dispostable.com dropmail.me emailondeck.com emailsensei.com fakeinbox.com fakemail.net
  fakemailgenerator.com filzmail.com getairmail.com getnada.com grr.la guerrillamail.biz guerrillamail.com
  guerrillamail.de guerrillamail.info guerrillamail.net guerrillamail.org guerrillamailblock.com harakirimail.com
  inboxbear.com inboxkitten.com incognitomail.org jetable.org linshiyouxiang.net mail-temp.com mail-temporaire.fr
  mailcatch.com maildrop.cc mailexpire.com mailinator.com mailinator.net mailinator2.com mailnesia.com
  mailnull.com mailsac.com mailtemp.net meltmail.com minuteinbox.com mintemail.com moakt.com mohmal.com
  mytemp.email mytrashmail.com nada.email nowmymail.com pokemail.net sharklasers.com shieldemail.com
  smailpro.com sogetthis.com spam4.me spamavert.com spambog.com spambox.us spamfree24.org
  spamhole.com sute.jp temp-mail.io temp-mail.org tempail.com tempinbox.com tempmail.com
  tempmail.dev tempmail.net tempmail.plus tempmailaddress.com tempmailo.com tempr.email throwawaymail.com
  trash-mail.com trashmail.com trashmail.de trashmail.net trbvm.com wegwerfmail.de wegwerfmail.net
  yopmail.com yopmail.fr yopmail.net`.split(/\s+/),
);

/** Whether a mail address is of a throw-away kind. */
export function isDisposableMail(email: string): boolean {
  const labels = email
    .slice(email.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase()
    .split(".");
  return labels.some((_, at) =>
    disposableDomains.has(labels.slice(at).join(".")),
  );
}
