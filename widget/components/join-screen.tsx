import { Component } from "preact";
import { joinByForm } from "../join-by-form.ts";
import { readProgram } from "../read-program.ts";
import type { MessageKey } from "../say.ts";
import type { Scene } from "../scene.ts";
import { ClosedScreen } from "./closed-screen.tsx";
import { offerTable } from "./offer-table.tsx";

interface JoinState {
  isBusy?: boolean;
  isUnreachable?: boolean;
  /** What is wrong. */
  wrong?: MessageKey | undefined;
}

/** Where nobody is identified: what there is to gain, and the way in. */
export class JoinScreen extends Component<Scene, JoinState> {
  componentDidMount(): void {
    this.#read();
  }

  render(scene: Scene, { isBusy, wrong }: JoinState) {
    const { say, program } = scene;
    // Paused, ended or out of reach: said in the same words as to a member.
    if (program?.state !== "live") {
      const { isUnreachable } = this.state;
      // Not a `div`: it would be taken for the next one's, and be seen to move.
      if (!program && !isUnreachable) {
        return <section class="card share" aria-busy />;
      }
      return (
        <ClosedScreen
          {...scene}
          status={program ? "stranger" : "failed"}
          retry={this.#read}
        />
      );
    }
    const { termsVersion, termsUrl } = program;
    return (
      <div class="share">
        <section class="card join" part="card">
          {offerTable(scene)}
          <form class="tools" part="join" noValidate onSubmit={this.#submit}>
            <p>{say("joinLead")}</p>
            <div>
              <label>
                <span>{say("email")}</span>
                <input
                  name="email"
                  type="email"
                  autocomplete="email"
                  aria-describedby="email email-wrong"
                  aria-invalid={wrong === "emailWrong"}
                  maxLength={254}
                />
              </label>
              <p class="hint" id="email">
                {say("emailHint")}
              </p>
              <p class="wrong" id="email-wrong" role="alert">
                {wrong === "emailWrong" && say(wrong)}
              </p>
            </div>
            <div class="terms">
              <label class="tick">
                <input
                  name="terms"
                  type="checkbox"
                  required
                  aria-invalid={wrong === "agreeFirst"}
                  aria-describedby="wrong"
                />
                <span>{say("agree", { version: termsVersion })}</span>
              </label>
              {termsUrl && (
                <a href={termsUrl} target="_blank" rel="noopener noreferrer">
                  {say("readTerms")}
                  <span class="unseen">{say("newTab")}</span>
                </a>
              )}
            </div>
            <p class="hint">{say("device")}</p>
            <p class="wrong" id="wrong" role="alert">
              {wrong && wrong !== "emailWrong" && say(wrong)}
            </p>
            <button type="submit" class="button main" disabled={isBusy}>
              {say(isBusy ? "joining" : "join")}
            </button>
          </form>
        </section>
      </div>
    );
  }

  #read = async (): Promise<void> => {
    const { account, say, announce } = this.props;
    const slow = setTimeout(() => announce(say("loading")), 1000);
    await readProgram(account);
    clearTimeout(slow);
    if (this.props.state.spoken) announce("");
    this.setState({ isUnreachable: !account.program });
  };

  #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { say, account, announce, set, go, element } = this.props;
    const form = event.currentTarget as HTMLFormElement;
    const email = form.elements.namedItem("email") as HTMLInputElement;
    const terms = form.elements.namedItem("terms") as HTMLInputElement;
    if (!email.validity.valid) {
      email.focus();
      return this.setState({ wrong: "emailWrong" });
    }
    if (!terms.checked) {
      terms.focus();
      return this.setState({ wrong: "agreeFirst" });
    }
    this.setState({ isBusy: true, wrong: undefined });
    const hasJoined = await joinByForm(this.props, email.value.trim());
    this.setState({
      isBusy: false,
      wrong: hasJoined ? undefined : "joinFailed",
    });
    if (!hasJoined) return;
    await account.load();
    set({ note: say("keepLink") });
    // The form that had the focus is gone.
    go(element.surface);
    announce(say("keepLink"));
  };
}
