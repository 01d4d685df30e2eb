import { Component } from "preact";
import type { OfferStep } from "../../sdk/protocol/answers.ts";
import type { ReferralAnswer } from "../enishi.ts";
import { readProgram } from "../read-program.ts";
import { occasion, promise, type Say } from "../say.ts";
import type { Scene } from "../scene.ts";

interface WelcomeState {
  referral?: ReferralAnswer | null;
  isOwn?: boolean;
}

/** For the friend: who sent them, what they get, and the code for later. Takes no space for anybody else. */
export class WelcomeScreen extends Component<Scene, WelcomeState> {
  componentDidMount(): void {
    addEventListener("enishi:referral", this.#ask, true);
    this.#ask();
  }

  componentWillUnmount(): void {
    removeEventListener("enishi:referral", this.#ask, true);
  }

  componentDidUpdate(): void {
    this.props.watch();
  }

  render({ say, program }: Scene, { referral, isOwn }: WelcomeState) {
    if (!referral) return null;
    const { code, from, offer } = referral;
    const steps = offer?.steps.filter(({ friend }) => friend) ?? [];
    return (
      <section class="card welcome" part="card">
        {program?.brand && (
          <p class="eyebrow" part="eyebrow">
            {program.brand}
          </p>
        )}
        <h2 part="headline" tabIndex={-1}>
          {isOwn
            ? say("own")
            : from
              ? say("welcomeFrom", { from })
              : say("welcomeFriend")}
        </h2>
        {isOwn ? (
          <p>{say("ownHint")}</p>
        ) : (
          <>
            <Gifts say={say} steps={steps} />
            <p class="hint">
              {say("welcomeCode")} <b class="inline-code">{code}</b>
            </p>
          </>
        )}
      </section>
    );
  }

  #ask = async (): Promise<void> => {
    const { enishi, account } = this.props;
    const referral = await enishi("referral");
    if (!referral) return this.setState({ referral: null });
    await readProgram(account);
    const now = await account.context();
    const identity = now && account.identity(now);
    const own = now && account.membership.of(now, identity ?? null);
    const isForm = now && account.membership.last(now).who?.endsWith(" null");
    // Without an identity only a join by form is sure to be the one who is looking.
    const isSure = !!identity || !!isForm;
    this.setState({ referral, isOwn: isSure && own?.code === referral.code });
  };
}

function Gifts({ say, steps }: { say: Say; steps: OfferStep[] }) {
  const [first] = steps;
  if (!first?.friend) return <p>{say("welcomeNone")}</p>;
  return (
    <ul class="gifts" part="offer">
      {steps.map(
        ({ on, friend }) =>
          friend && (
            <li key={on}>
              <span>{occasion(say, on)}</span>
              <b>{promise(say, friend)}</b>
            </li>
          ),
      )}
    </ul>
  );
}
