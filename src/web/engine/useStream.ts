import { useEffect, useRef, useState } from "preact/hooks";
import { nothingShown, type Shown, type StreamClock, Streaming, type StreamOptions } from "./streaming.js";
import type { Question, TaskName } from "./tasks.js";

export type { StreamOptions };

export interface Stream<Name extends TaskName> extends Shown<Name> {
  /** Asks the last question again. */
  retry(): void;
}

const browserClock: StreamClock = {
  nextFrame(call) {
    const handle = requestAnimationFrame(call);
    return () => cancelAnimationFrame(handle);
  },
  now: () => performance.now(),
};

/**
 * A question that changes as sliders move and whose answer comes in pieces. Pieces are shown once a frame; those of the question before stay
 * until enough of the new ones are there. `null` stops: what is shown stays. `options` is a constant.
 */
export function useStream<Name extends TaskName>(
  task: Name,
  question: Question<Name> | null,
  options: StreamOptions,
): Stream<Name> {
  const [shown, setShown] = useState<Shown<Name>>(nothingShown);
  const last = useRef(shown);
  last.current = shown;
  const streaming = useRef<Streaming<Name> | null>(null);
  const key = question === null ? null : JSON.stringify(question);

  useEffect(() => {
    const made = new Streaming(task, options, browserClock, { ...last.current, running: false }, setShown);
    streaming.current = made;
    return () => made.close();
  }, [task, options]);
  const ask = () => streaming.current?.ask(question);
  useEffect(() => ask(), [task, options, key]);

  return { ...shown, retry: ask };
}
