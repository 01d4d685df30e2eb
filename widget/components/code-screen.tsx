import { Component } from "preact";
import { friendGift, promise } from "../../sdk/protocol/offer-sentences.ts";
import type { CodeCheck, Offer } from "../../sdk/protocol/offers.ts";
import { codeInput } from "../code-input.ts";
import { readProgram } from "../read-program.ts";
import type { Say } from "../say.ts";
import type { Scene } from "../scene.ts";
import { codeIn, slipIn } from "../typed-code.ts";

interface CodeState {
  typed: string;
  /** `undefined` before and while it is asked, `null` where no answer came. */
  check?: CodeCheck | null | undefined;
  isChecking?: boolean;
  isShapeless?: boolean;
}

/** How long after the last key the collector is asked. */
const pauseMs = 400;

/** A field for a code at checkout. The shop's form posts it through an input beside the shadow root. */
export class CodeScreen extends Component<Scene, CodeState> {
  state: CodeState = { typed: "" };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = "";

  componentDidMount(): void {
    this.#prefill();
  }

  componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  render({ say }: Scene, { typed, check, isShapeless }: CodeState) {
    const isWrong = isShapeless || check?.valid === false;
    return (
      <div class="code-field">
        <label>
          <span>{say("codeField")}</span>
          <input
            part="input"
            value={typed}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={isWrong}
            aria-describedby="said"
            onInput={this.#input}
            onBlur={this.#checkNow}
            onKeyDown={(event) => event.key === "Enter" && this.#checkNow()}
          />
        </label>
        <p
          id="said"
          role="status"
          part="message"
          class={isWrong ? "said wrong" : check?.valid ? "said right" : "said"}
        >
          {this.#said()}
        </p>
      </div>
    );
  }

  #said(): string {
    const { say } = this.props;
    const { typed, check, isChecking, isShapeless } = this.state;
    if (isChecking) return say("codeChecking");
    if (isShapeless) return say("codeShape");
    if (check === null) return say("codeUnchecked");
    if (!check) return "";
    if (!check.valid) {
      const { because } = check;
      return because !== "unknown_code" || say.own(because)
        ? say(because)
        : say(...slipIn(codeIn(typed) ?? ""));
    }
    const values = { from: check.from ?? "", reward: gift(say, check.offer) };
    return say(check.from ? "codeFrom" : "codeValid", values).trim();
  }

  #prefill = async (): Promise<void> => {
    const { enishi, account, element } = this.props;
    readProgram(account);
    const own = codeInput(element).value;
    const code = own || (await enishi("referral"))?.code;
    if (code && !this.state.typed) this.#take(code);
  };

  #input = (event: { currentTarget: HTMLInputElement }): void => {
    this.#take(event.currentTarget.value);
  };

  /** What is posted is the normalised code, unless the collector has said that it cannot count. */
  #take(typed: string): void {
    const code = codeIn(typed);
    codeInput(this.props.element).value = code ?? "";
    this.setState({
      // Of a pasted link or sentence only the code stays in the field.
      typed: code && /[/:：=]/.test(typed) ? code : typed,
      check: undefined,
      isShapeless: false,
    });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), pauseMs);
  }

  #checkNow = (): void => {
    clearTimeout(this.#timer);
    const { typed } = this.state;
    if (typed.trim() && !codeIn(typed)) {
      this.setState({ isShapeless: true });
    } else this.#ask();
  };

  async #ask(): Promise<void> {
    const { account, element } = this.props;
    const code = codeIn(this.state.typed);
    if (!code || this.state.check || this.#asked === code) return;
    this.#asked = code;
    this.setState({ isChecking: true });
    const now = await account.enishi("context");
    const reply = now
      ? await account.call<CodeCheck>(`${now.collector}/v1/codes/check`, {
          body: { site: now.site, code },
        })
      : null;
    this.#asked = "";
    // Typed on meanwhile: another answer is on its way.
    if (codeIn(this.state.typed) !== code) {
      return this.setState({ isChecking: false });
    }
    const answer = reply?.body;
    // Whatever else answers with a 200 has not checked it.
    const check = answer && "valid" in Object(answer) ? answer : null;
    if (check && !check.valid) codeInput(element).value = "";
    // Kept like a link's, for an order that is placed on another page.
    else if (check && now?.code !== code) account.enishi("referral", code);
    this.setState({ check, isChecking: false });
  }
}

/** What this order brings the friend. Where the programme pays for none, what it does pay for is named with it. */
function gift(say: Say, { steps }: Offer): string {
  const paid = steps.filter(({ friend }) => friend);
  const step = paid.find(({ on }) => on === "sale");
  if (step) return say("welcomeGift", { reward: promise(say, step.friend) });
  return paid[0] ? friendGift(say, paid[0]) : "";
}
