import type { PartWords } from "../part.ts";
import { receiptWords } from "../receipt-words.ts";
import type { ReceiptProps } from "../scene.ts";
import own from "../styles/receipt.css?inline";
import GiftCode, { css as gift } from "./gift-code.tsx";
import { Objection } from "./objection.tsx";

export const css = gift + own;

export const words: PartWords = {
  ja: [() => import("../messages/ja-receipt.ts")],
  en: [() => import("../messages/en-receipt.ts")],
  ko: [() => import("../messages/ko-receipt.ts")],
  "zh-Hans": [() => import("../messages/zh-hans-receipt.ts")],
  "zh-Hant": [() => import("../messages/zh-hant-receipt.ts")],
};

/** Why a friend or reward counts, waits, or was reduced or refused, and the way to say that this is wrong. */
export default function Receipt(props: ReceiptProps) {
  const { say, friend, reward } = props;
  const subject = reward ?? friend;
  const about = subject ? subject.id : null;
  return (
    <div class="receipt">
      {receiptWords(say, props).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {reward && <GiftCode {...props} reward={reward} />}
      {about !== undefined && <Objection {...props} about={about} />}
    </div>
  );
}
