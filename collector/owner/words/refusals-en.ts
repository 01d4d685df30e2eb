import type { RefusalReason } from "../../domain/refusal-reason.ts";

/** Why something cannot be done, and what to do instead, in English. */
export const refusalsEn: Record<RefusalReason, string> = {
  order_verified: "This order is verified. Record a refund instead.",
  order_refused:
    "This order was refused as not real. If it is, let the shop’s server report it.",
  credited_elsewhere: "This order is already credited to another member.",
  nothing_left: "Nothing is left of this order that could be given back.",
  too_much_back: "That is more than is left of the order.",
  known_otherwise:
    "This is recorded already, with other figures: nothing was changed. Reload the page and begin anew.",
  change_of_claim:
    "Only a browser has reported this order. Verify it first, or let the shop’s server report it.",
  other_currency:
    "An order keeps its currency. Record a refund, and report a new order.",
  below_refunded:
    "More than that is refunded already. The new total is meant before refunds.",
  self_referral:
    "By customer id or mail address, the member is the buyer of this order: nobody refers themselves.",
  already_referred:
    "This friend was referred by another member before, and stays with them.",
  member_suspended:
    "The member is suspended. Lift the suspension on their page first.",
  outside_program:
    "The member’s programme is not live now: paused, ended or not begun.",
  reward_pending: "This reward is still pending. Confirm it first.",
  reward_confirmed: "This reward is confirmed already.",
  reward_paid:
    "This reward is paid. What is paid stays: only a refund of the order sets it off against the next payout.",
  reward_void: "This reward is void, and stays so.",
  reward_unverified:
    "Only a browser has reported this order. Verify the order first; its reward then follows.",
  reward_in_payout:
    "This reward is in an open payout run, and would be paid twice. Pay the run, or cancel it.",
  payout_on_test:
    "This is a test site: no money counts here, so there is nothing to pay out. Pay out on the site itself.",
  nothing_due: "Nothing is due any more: no run was made.",
  payout_cancelled:
    "This run was cancelled, and what was in it is free for another. Make a new run.",
  payout_changed:
    "Something has left this run since you looked at it, and its page says what. Nothing was paid: export the run again, and compare.",
  payout_paid: "This run is paid, and what is paid stays.",
  dispute_settled: "This is answered already, and the member has read why.",
  person_in_payout:
    "This person is in an open payout run, and could not be paid any more. Pay the run, or cancel it, first.",
  pool_retired:
    "This pool was retired, and nothing is handed out from it. Open another.",
  pool_unfitting:
    "The programme has changed: it gives no such gift any more. Reload the page and choose anew.",
  expiry_past: "Expected a day to come: these codes would be useless.",
  landing_outside:
    "Links of a programme land on an origin that would be gone. Give that programme another landing page first.",
  site_closed:
    "This site is closed: its programmes have ended. Open the site again first, under its settings.",
  name_length: "Expected a name of 1 to 100 characters.",
  no_test_site:
    "This is no test site: what came to it counts, and is kept. Choose the test site first.",
  test_of_test:
    "This is a test site itself: make one of the site that it tries out.",
  test_site_exists:
    "The site has a test site already. Choose it, and reset it if need be.",
  not_imported: "Nobody was imported by this id or mail address.",
  keys_full:
    "The site has as many API keys as it can have. End one that nothing uses first.",
  former_keys_full:
    "Too many former keys still hold. End those that nothing uses first.",
  program_newer:
    "The programme was changed in the meantime. Look at what changed, and publish again.",
  program_has_rewards:
    "The programme has rewards in its currency, and keeps it. Make a new programme for another currency, and end this one.",
  endpoints_full:
    "The site has as many webhook addresses as it can have. Delete one that is not needed.",
  endpoint_disabled: "This address is switched off. Switch it on first.",
  delivery_not_failed: "Only what was given up can be sent again.",
  url_unreadable: "Expected a web address for webhooks.",
  url_with_password:
    "Expected an address without a user name and password: check the signature instead.",
  url_not_https:
    "Expected an address that starts with https://, so that nobody can read along.",
  url_not_public:
    "Expected an address on the internet, and got one of this machine or network. Set ENISHI_WEBHOOKS_ALLOW_PRIVATE=1 where that is wanted.",
};
