/** @jsxImportSource hono/jsx */
import type { ConversionAnswer } from "../../actions/answer-conversion.ts";
import type { RefundPreview } from "../../actions/preview-refund.ts";
import type { RefundReason } from "../../actions/taken-back.ts";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { moneyOf, orderPath } from "./order-view.tsx";
import { PreviewedRewards } from "./previewed-rewards.tsx";

/** What a refund would take, and the button that does it. */
export function RefundPage(props: {
  view: View;
  order: ConversionAnswer;
  preview: RefundPreview;
  reason: RefundReason;
  /** Made with this page: pressed twice, it is one refund. */
  refundId: string;
}) {
  const { view, order, preview, reason, refundId } = props;
  const w = view.words.order.preview;
  const path = orderPath(order.id);
  const money = (minor: number) => moneyOf(view, minor, preview.currency);
  return (
    <Layout view={view} title={w.title(order.orderId)}>
      <p>{w[reason](money(preview.amountMinor), money(preview.leftMinor))}</p>
      <PreviewedRewards view={view} rewards={preview.rewards} />
      <form class="lines" method="post" action={`${path}/refunds`}>
        <Token csrf={view.csrf} />
        <input type="hidden" name="amountMinor" value={preview.amountMinor} />
        <input type="hidden" name="what" value={reason} />
        <input type="hidden" name="refundId" value={refundId} />
        <label>
          {w.note}
          <input name="reason" required maxlength={200} autocomplete="off" />
        </label>
        <button type="submit" class="danger">
          {reason === "chargeback" ? w.doChargeback : w.doRefund}
        </button>
      </form>
      <p>
        <a href={path}>{w.back}</a>
      </p>
    </Layout>
  );
}
