import { Component } from "preact";
import { linkFor, sending, words } from "../../sdk/protocol/share-message.ts";
import { type Channel, type Channels, firstChannels } from "../channels.ts";
import { device } from "../device.ts";
import type { MessageKey } from "../say.ts";
import type { DrawerProps } from "../scene.ts";

/** Where most messages go. Of the others those are shown that have a limit. */
const shownAnyway: Channels = {
  line: {},
  x: {},
  whatsapp: { label: "WhatsApp" },
  mail: {},
};

interface PreviewState {
  /** The channel that is looked at. */
  name?: string;
}

/** The message as a channel will show it, cut where it has to be, and how much of the channel's room it takes. */
export class MessagePreview extends Component<DrawerProps, PreviewState> {
  render(props: DrawerProps, state: PreviewState) {
    const { say, message, channels } = props;
    const table = {
      ...shownAnyway,
      ...(props.state.more?.channelsOf(props) ?? firstChannels),
    };
    const limited = channels.filter((name) => table[name]?.max);
    const names = [...new Set([...Object.keys(shownAnyway), ...limited])];
    const name =
      state.name ?? channels.find((entry) => names.includes(entry)) ?? "line";
    const labelOf = (of: string) =>
      say(of as MessageKey) || table[of]?.label || of;
    const channel = table[name] ?? {};
    const link = linkFor(message.link, name);
    const { max = 0 } = channel;
    const count = sizeOf(name, channel, props);
    const values = {
      channel: labelOf(name),
      count: count.toLocaleString(say.language),
      max: max.toLocaleString(say.language),
    };
    const isChat = name === "line" || name === "whatsapp";
    const isTooLong = !!max && count > max;
    const sent = sending(name, message, device, table)?.words;
    return (
      <div class="preview" part="preview">
        <p class="hint">{say("preview")}</p>
        <fieldset class="buttons" aria-label={say("preview")}>
          {names.map((other) => (
            <button
              key={other}
              type="button"
              class="button tile"
              part="preview-button"
              aria-pressed={other === name}
              onClick={() => this.setState({ name: other })}
            >
              {labelOf(other)}
            </button>
          ))}
        </fieldset>
        <div class={`sent ${name}`} part="sent">
          {name === "mail" && (
            <p class="subject">
              {say("mailSubject", { subject: message.subject })}
            </p>
          )}
          {!isChat && name !== "mail" && (
            <p class="poster">
              <span />
              {say("you")}
            </p>
          )}
          <p class="bubble">
            {sent ?? words(message)}
            {name === "mail" ? "\n\n" : "\n"}
            <u>{link}</u>
          </p>
          {name !== "mail" && (
            <p class="linked">
              <b>{say.own("preview_title") || message.subject}</b>
              {URL.parse(link)?.host}
            </p>
          )}
        </div>
        {!!max && name !== "mail" && (
          <p class="hint room">{say("room", values)}</p>
        )}
        <p class="wrong" role="status">
          {isTooLong && say("tooLong", values)}
        </p>
      </div>
    );
  }
}

/** How much of a channel's room the whole message takes. */
function sizeOf(
  name: string,
  channel: Channel,
  { message }: DrawerProps,
): number {
  const uncut = { [name]: { ...channel, max: Number.POSITIVE_INFINITY } };
  const url = sending(name, message, device, uncut)?.url ?? "";
  const link = linkFor(message.link, name);
  return channel.size?.(words(message), link, url) ?? 0;
}
