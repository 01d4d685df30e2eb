/**
 * Sites that publish codes to strangers, and cash-back and point sites: our own short compilation of well-known names,
 * meant to be added to. A name covers its subdomains.
 */
const couponHosts = new Set(
  `capitaloneshopping.com coupert.com coupons.com couponbirds.com couponfollow.com dealabs.com dealspotr.com
  dontpayfull.com goodshop.com groupon.com hapitas.jp hotdeals.com hotukdeals.com invitation.codes joinhoney.com
  knoji.com moppy.jp mydealz.de myvouchercodes.co.uk offers.com ozbargain.com.au pepper.com promocodes.com
  quidco.com refermate.com retailmenot.com savings.com simplycodes.com slickdeals.net topcashback.com
  topcashback.co.uk vouchercodes.co.uk wethrift.com`.split(/\s+/),
);

const couponWord =
  /coupon|voucher|promo-?codes?|discount-?codes?|referral-?codes?|gutschein|kupon|クーポン/i;

/** Whether a host, or a campaign's source name, is a coupon site's. */
export function isCouponSite(source: string): boolean {
  if (couponWord.test(source)) return true;
  const labels = source.toLowerCase().split(".");
  return labels.some((_, at) => couponHosts.has(labels.slice(at).join(".")));
}
