/** @jsxImportSource hono/jsx */
import type { ConversionAnswer } from "../../actions/answer-conversion.ts";
import type { ChangePreview } from "../../actions/preview-change.ts";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { moneyOf, orderPath } from "./order-view.tsx";
import { PreviewedRewards } from "./previewed-rewards.tsx";

/** What a change of an order would bring, and the button that does it. */
export function ChangePage(props: {
  view: View;
  order: ConversionAnswer;
  preview: ChangePreview;
  /** As they were typed: what is left out stays. */
  asked: {
    amountMinor?: number | undefined;
    grossProfitMinor?: number | undefined;
  };
  /** Made with this page: pressed twice, it is one change. */
  changeId: string;
}) {
  const { view, order, preview, asked, changeId } = props;
  const { preview: w, change } = view.words.order;
  const path = orderPath(order.id);
  const money = (minor: number | null) =>
    moneyOf(view, minor, preview.currency);
  return (
    <Layout view={view} title={change.title(order.orderId)}>
      <p>
        {change.from(money(preview.beforeMinor), money(preview.afterMinor))}
      </p>
      {preview.grossProfitMinor === null ? null : (
        <p>{change.gross(money(preview.grossProfitMinor))}</p>
      )}
      <PreviewedRewards view={view} rewards={preview.rewards} />
      <p class="hint">{change.brakes}</p>
      <form class="lines" method="post" action={`${path}/changes`}>
        <Token csrf={view.csrf} />
        {Object.entries(asked).map(([name, minor]) =>
          minor === undefined ? null : (
            <input type="hidden" name={name} value={minor} />
          ),
        )}
        <input type="hidden" name="changeId" value={changeId} />
        <label>
          {w.note}
          <input name="reason" required maxlength={200} autocomplete="off" />
        </label>
        <button type="submit" class="danger">
          {change.act}
        </button>
      </form>
      <p>
        <a href={path}>{w.back}</a>
      </p>
    </Layout>
  );
}
