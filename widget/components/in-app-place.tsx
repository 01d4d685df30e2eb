import { Component } from "preact";
import { appAround } from "../in-app-browser.ts";
import type { Scene } from "../scene.ts";

/** Where a page in an app's own browser shows the way out; its words and styles are fetched only there. */
export class InAppPlace extends Component<Scene & { code: string }> {
  #app = appAround();

  componentDidMount(): void {
    if (this.#app === undefined) return;
    import("./in-app-help.tsx").then(
      (inApp) => this.props.set({ inApp }),
      // Offline: the code is there all the same.
      () => {},
    );
  }

  render(props: Scene & { code: string }) {
    const Help = props.state.inApp?.default;
    return Help && <Help {...props} app={this.#app ?? ""} />;
  }
}
