import { mostButtons } from "../../sdk/protocol/channels.ts";
import { allChannels, channelsOf } from "../more-channels.tsx";
import type { DrawerProps } from "../scene.ts";
import { shareButton } from "./share-button.tsx";

export * from "../more-part.ts";
export { channelsOf };

/** The channels beyond the first four: the rest of the list, and where it says `more`, every other in the language's order. */
export default function MoreDrawer(props: DrawerProps) {
  const { channels, message, say, state } = props;
  const table = channelsOf(props);
  const listed = channels.map((entry) => entry.split("=")[0] ?? "");
  const others = new Set([
    ...say("moreChannels").split(","),
    ...Object.keys(allChannels),
  ]);
  const buttons = (names: string[]) =>
    names
      .map((name) => shareButton(props, message, name, table))
      .filter((button) => button !== null);
  return (
    <>
      <div class="buttons more" part="more-buttons">
        {buttons(listed).slice(mostButtons)}
        {listed.includes("more") &&
          buttons([...others].filter((name) => !listed.includes(name)))}
      </div>
      {state.copied === "picture" && <p class="hint">{say("pictureSaved")}</p>}
    </>
  );
}
