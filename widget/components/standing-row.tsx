import type { ComponentChildren } from "preact";
import type { MyDispute, Receipt } from "../../sdk/protocol/answers.ts";
import { day } from "../day.ts";
import { reductions } from "../receipt-words.ts";
import type { Scene } from "../scene.ts";
import { Objection } from "./objection.tsx";

interface RowProps {
  scene: Scene;
  /** Id of the friend or reward; without one nothing can be said against it. */
  id: string | undefined;
  title: string;
  /** Beside the title. */
  tag: ComponentChildren;
  at: number;
  /** Why it waits, or does not count. */
  standing: string;
  receipt: Receipt | undefined;
  /** The receipt's other sentences. */
  because: string[];
  children?: ComponentChildren;
}

/** A friend or reward on one line; opened, its receipt and a way to say that it is wrong. */
export function StandingRow(props: RowProps) {
  const { scene, id, title, tag, at, standing, receipt, because } = props;
  const { say } = scene;
  const disputes = disputesAbout(scene, id);
  const asked = disputes[0] && (disputes[0].answer ? "isAnswered" : "isAsked");
  return (
    <li>
      <details part="receipt">
        <summary>
          <b>{title}</b> {tag}
          <span class="hint">
            <time>{day(say.language, at)}</time>
            {(standing || asked) && " · "}
            {standing} {asked && <span class="asked">{say(asked)}</span>}
          </span>
        </summary>
        <div class="receipt">
          {[...because, ...(receipt ? reductions(say, receipt) : [])].map(
            (sentence) => sentence && <p key={sentence}>{sentence}</p>,
          )}
          {props.children}
          {id && <Objection {...scene} about={id} disputes={disputes} />}
        </div>
      </details>
    </li>
  );
}

/** The newest first. */
function disputesAbout({ me }: Scene, id: string | undefined): MyDispute[] {
  return me?.disputes?.filter(({ about }) => about === id) ?? [];
}
