import { Component } from "preact";
import type { MyDispute } from "../../sdk/protocol/answers.ts";
import { day } from "../day.ts";
import type { MessageKey } from "../say.ts";
import type { Scene } from "../scene.ts";
import { longestMessage, sendDispute } from "../send-dispute.ts";

interface ObjectionProps extends Scene {
  /** The reward or friend that may be wrong, by id; `null` for a friend who is missing. */
  about: string | null;
  /** What was objected to it until now. */
  disputes: MyDispute[];
}

interface ObjectionState {
  isBusy?: boolean;
  /** What stands in the way, in words. */
  wrong?: string;
}

/** "This is wrong": what was sent and what the shop said to it, and, unless that is still open, a form to tell them. */
export class Objection extends Component<ObjectionProps, ObjectionState> {
  #isSent = false;

  /** The form that had the focus is gone: the focus moves to what has become of it. */
  componentDidUpdate(): void {
    const { element, disputes } = this.props;
    const [newest] = disputes;
    if (!this.#isSent || newest?.state !== "open") return;
    this.#isSent = false;
    element.shadowRoot?.getElementById(newest.id)?.focus();
  }

  render({ say, about, disputes }: ObjectionProps, state: ObjectionState) {
    const hint = `only-shop-${about}`;
    const isOpen = disputes.some(
      (dispute) => dispute.state === "open" && dispute.about === about,
    );
    return (
      <div class="objection" part="objection">
        {disputes.map((dispute) => (
          <Dispute key={dispute.id} say={say} dispute={dispute} />
        ))}
        {!isOpen && (
          <details part="dispute">
            <summary>
              {say(disputes[0] ? "again" : about ? "wrong" : "missing")}
            </summary>
            <form class="tools" noValidate onSubmit={this.#submit}>
              <label>
                <span>{say(about ? "wrongField" : "missingField")}</span>
                <textarea
                  name="message"
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
                {state.wrong}
              </p>
              <button type="submit" class="button">
                {say(state.isBusy ? "sending" : "send")}
              </button>
            </form>
          </details>
        )}
      </div>
    );
  }

  #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    // Not disabled meanwhile, because that would drop the focus.
    if (this.state.isBusy) return;
    const { say, account, about, announce } = this.props;
    const form = event.currentTarget as HTMLFormElement;
    const field = form.elements.namedItem("message") as HTMLTextAreaElement;
    const message = field.value.trim();
    if (!message) {
      field.focus();
      return this.setState({ wrong: say("messageFirst") });
    }
    this.setState({ isBusy: true, wrong: "" });
    announce(say("sending"));
    const status = await sendDispute(account, about, message);
    this.#isSent = status === 200 || status === 201;
    const wrong = this.#isSent ? "" : say(problems[status] ?? "sendFailed");
    this.setState({ isBusy: false, wrong });
  };
}

const problems: Record<number, MessageKey> = {
  0: "sendOffline",
  429: "sendLimit",
};

interface DisputeProps {
  say: Scene["say"];
  dispute: MyDispute;
}

function Dispute({ say, dispute }: DisputeProps) {
  const { id, state, message, answer, at, answeredAt } = dispute;
  return (
    <div class="dispute" part="answer" id={id} tabIndex={-1}>
      <p>
        <b>{say(`dispute_${state}`)}</b>{" "}
        <time>{day(say.language, answeredAt ?? at)}</time>
      </p>
      {answer && <p class="said">{say("shopSays", { answer })}</p>}
      <p class="said hint">{say("youSaid", { message })}</p>
    </div>
  );
}
