import { Component } from "preact";
import { sayer } from "../../sdk/protocol/say.ts";
import type { Language } from "../../sdk/protocol/spoken.ts";
import { appAround } from "../in-app-browser.ts";
import { wordsOf } from "../part.ts";
import type { Say, Words } from "../say.ts";
import type { Scene } from "../scene.ts";

interface PlaceState {
  part?: typeof import("./in-app-help.tsx");
  say?: Say;
}

/** Where a page in an app's own browser shows the way out; what it says is fetched only there. */
export class InAppPlace extends Component<
  Scene & { code: string },
  PlaceState
> {
  #app = appAround();

  async componentDidMount(): Promise<void> {
    if (this.#app === undefined) return;
    const { say, program } = this.props;
    try {
      const part = await import("./in-app-help.tsx");
      const words: Words = await wordsOf(say.language as Language, [part]);
      this.setState({
        part,
        say: sayer(say.language, words, program?.texts),
      });
    } catch {
      // Offline: the code is there all the same.
    }
  }

  render(props: Scene & { code: string }, { part, say }: PlaceState) {
    return (
      part &&
      say && <part.default {...props} app={this.#app ?? ""} help={say} />
    );
  }
}
