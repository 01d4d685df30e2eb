import type { Say as SayOf } from "../sdk/protocol/say.ts";
import type { Messages } from "./messages/ja.ts";
import type { DialogMessages } from "./messages/ja-dialog.ts";
import type { DrawerMessages } from "./messages/ja-drawers.ts";
import type { FriendMessages } from "./messages/ja-friend.ts";
import type { InAppMessages } from "./messages/ja-in-app.ts";
import type { JoinMessages } from "./messages/ja-join.ts";
import type { MoreMessages } from "./messages/ja-more.ts";
import type { ProgressMessages } from "./messages/ja-progress.ts";
import type { ReasonMessages } from "./messages/ja-reasons.ts";
import type { ReceiptMessages } from "./messages/ja-receipt.ts";
import type { RewardMessages } from "./messages/ja-reward.ts";
import type { TestMessages } from "./messages/ja-test.ts";

export type MessageKey = keyof (Messages &
  JoinMessages &
  RewardMessages &
  ProgressMessages &
  ReasonMessages &
  ReceiptMessages &
  FriendMessages &
  InAppMessages &
  DialogMessages &
  DrawerMessages &
  MoreMessages &
  TestMessages);

export type Words = Partial<Record<MessageKey, string>>;

/** Words and money in one language. */
export type Say = SayOf<MessageKey>;
