import { Component } from "preact";
import { changeMe } from "../change-me.ts";
import type { Scene } from "../scene.ts";

/** The name that a friend is welcomed with; nobody's name is shown unless they choose one. */
export default class NameForm extends Component<Scene, { said?: string }> {
  render({ say, me }: Scene, { said }: { said?: string }) {
    return (
      <form class="tools" onSubmit={this.#submit}>
        <div class="row">
          <label>
            <span class="unseen">{say("publicName")}</span>
            <input
              name="name"
              maxLength={40}
              autocomplete="nickname"
              aria-describedby="name"
              defaultValue={me?.member.publicName ?? ""}
            />
          </label>
          <button type="submit" class="button">
            {say("save")}
          </button>
        </div>
        <p class="hint" id="name">
          {said ?? (me?.member.publicName ? say("publicNameHint") : "")}
        </p>
      </form>
    );
  }

  #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { account, announce, say } = this.props;
    const form = event.currentTarget as HTMLFormElement;
    const field = form.elements.namedItem("name") as HTMLInputElement;
    const publicName = field.value.trim() || null;
    const isSaved = await changeMe(account, { publicName });
    if (isSaved) account.reload();
    const said = say(isSaved ? "saved" : "saveFailed");
    this.setState({ said });
    announce(said);
  };
}
