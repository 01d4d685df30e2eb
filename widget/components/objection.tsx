import { Component } from "preact";
import type { MyDispute } from "../../sdk/protocol/me.ts";
import { day } from "../day.ts";
import type { ReceiptProps, Scene } from "../scene.ts";

interface ObjectionProps extends ReceiptProps {
  /** The reward or friend that may be wrong, by id; `null` for a friend who is missing. */
  about: string | null;
}

/** "This is wrong": what was sent and what the shop said to it, and, unless that is still open, a form to tell them. */
export class Objection extends Component<ObjectionProps> {
  #sent: string | undefined;

  componentDidMount(): void {
    if (!this.props.about) this.#load();
  }

  /** The form that had the focus is gone: the focus moves to what has become of it. */
  componentDidUpdate(): void {
    const { element, disputes } = this.props;
    if (!disputes.some(({ id }) => id === this.#sent)) return;
    element.shadowRoot?.getElementById(this.#sent ?? "")?.focus();
    this.#sent = undefined;
  }

  render(props: ObjectionProps) {
    const { say, about, disputes, state } = props;
    const isOpen = disputes.some(
      (dispute) => dispute.state === "open" && dispute.about === about,
    );
    const Form = state.form?.default;
    const form = Form && <Form {...props} sent={this.#take} />;
    return (
      <div class="objection" part="objection">
        {disputes.map((dispute) => (
          <Dispute key={dispute.id} say={say} dispute={dispute} />
        ))}
        {!isOpen &&
          (about ? (
            <details part="dispute" onToggle={this.#load}>
              <summary>{say(disputes[0] ? "again" : "wrong")}</summary>
              {form}
            </details>
          ) : (
            form
          ))}
      </div>
    );
  }

  /** Offline it stays without a form until it is opened again. */
  #load = (): void => {
    import("./dispute-form.tsx").then(
      (form) => this.props.set({ form }),
      () => {},
    );
  };

  #take = (dispute: MyDispute): void => {
    const { me, set } = this.props.account;
    const earlier = me?.disputes?.filter(({ id }) => id !== dispute.id) ?? [];
    this.#sent = dispute.id;
    if (me) set({ me: { ...me, disputes: [dispute, ...earlier] } });
  };
}

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
