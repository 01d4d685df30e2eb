import { Component } from "preact";
import type { MessageKey } from "../say.ts";
import type { DisputeFormProps } from "../scene.ts";
import { longestMessage, sendDispute } from "../send-dispute.ts";

export { default as css } from "../styles/dispute-form.css?inline";

interface FormState {
  isBusy?: boolean;
  /** What stands in the way, in words. */
  wrong?: string;
}

/** What the member has to say, to the shop alone. What was written stays until it has arrived. */
export default class DisputeForm extends Component<
  DisputeFormProps,
  FormState
> {
  render({ say, about }: DisputeFormProps, { wrong, isBusy }: FormState) {
    const hint = `only-shop-${about}`;
    return (
      <form class="tools" noValidate onSubmit={this.#submit}>
        <label>
          <span>{say(about ? "wrongField" : "missingField")}</span>
          <textarea
            name="message"
            part="dispute-field"
            rows={3}
            required
            maxLength={longestMessage}
            aria-describedby={hint}
          />
        </label>
        <p class="hint" id={hint}>
          {say("onlyShop")}
        </p>
        <p class="wrong" role="alert">
          {wrong}
        </p>
        <button type="submit" class="button" part="dispute-button">
          {say(isBusy ? "sending" : "send")}
        </button>
      </form>
    );
  }

  #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    // Not disabled meanwhile, because that would drop the focus.
    if (this.state.isBusy) return;
    const { say, account, about, announce, sent } = this.props;
    const form = event.currentTarget as HTMLFormElement;
    const field = form.elements.namedItem("message") as HTMLTextAreaElement;
    const message = field.value.trim();
    if (!message) {
      field.focus();
      return this.setState({ wrong: say("messageFirst") });
    }
    this.setState({ isBusy: true, wrong: "" });
    announce(say("sending"));
    const { status, body } = await sendDispute(account, about, message);
    const wrong = body ? "" : say(problems[status] ?? "sendFailed");
    this.setState({ isBusy: false, wrong });
    if (body) sent(body);
  };
}

const problems: Record<number, MessageKey> = {
  0: "sendOffline",
  429: "sendLimit",
};
