import { Component } from "preact";
import { occasion, promise } from "../../sdk/protocol/offer-sentences.ts";
import type { OfferStep } from "../../sdk/protocol/offers.ts";
import { whoIs } from "../membership.ts";
import { readProgram } from "../read-program.ts";
import type { Say } from "../say.ts";
import type { Scene } from "../scene.ts";
import { InAppPlace } from "./in-app-place.tsx";
import { thread } from "./thread.tsx";

/** For the friend: who sent them, what they get, and the code for later. Takes no space for anybody else. */
export class WelcomeScreen extends Component<Scene> {
  #isOwn = false;

  componentDidMount(): void {
    addEventListener("enishi:referral", this.#ask, true);
    this.#ask();
  }

  /** Whoever joins on this page may turn out to be the one who sent the link. */
  componentDidUpdate({ me }: Scene): void {
    if (me !== this.props.me) this.#ask();
  }

  componentWillUnmount(): void {
    removeEventListener("enishi:referral", this.#ask, true);
  }

  render({ say, program, now, state: { referral } }: Scene) {
    // While a known code is asked about, its place is held.
    if (referral === undefined && now?.code) {
      return <div class="card welcome" aria-busy />;
    }
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
          {this.#isOwn
            ? say("own")
            : from
              ? say("welcomeFrom", { from })
              : say("welcomeFriend")}
        </h2>
        {this.#isOwn ? (
          <p>{say("ownHint")}</p>
        ) : (
          <>
            <p class="tie" part="tie">
              <span>{from ? say("welcomeName", { from }) : say("friend")}</span>
              {thread()}
              <span>{say("you")}</span>
            </p>
            <Gifts say={say} steps={steps} />
            <p class="hint">
              {say("welcomeCode")} <b class="inline-code">{code}</b>
            </p>
            {program?.termsUrl && (
              <a
                class="hint"
                part="terms"
                href={program.termsUrl}
                target="_blank"
                rel="noopener noreferrer"
              >
                {say("welcomeTerms")}
                <span class="unseen">{say("newTab")}</span>
              </a>
            )}
            <InAppPlace {...this.props} code={code} />
          </>
        )}
      </section>
    );
  }

  #ask = async (): Promise<void> => {
    const { enishi, account, set } = this.props;
    const { membership, programId } = account;
    const referral = await enishi("referral");
    if (!referral) return set({ referral: null });
    await readProgram(account);
    const now = await account.enishi("context");
    const identity = now && account.identity(now);
    const kept = now && membership.of(now, identity ?? null);
    // Without an identity only a join by form is sure to be the one who is looking.
    const isSure = identity || (now && kept?.who === whoIs(now, programId, ""));
    this.#isOwn = !!isSure && kept?.code === referral.code;
    set({ referral });
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
