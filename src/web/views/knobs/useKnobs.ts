import { useEffect, useRef, useState } from "preact/hooks";
import { longEngine } from "../../engine/engines.js";
import { type StreamOptions, useStream } from "../../engine/useStream.js";
import type { KnobsPiece, KnobsQuestion } from "./knobsTask.js";

export type KnobsAsked = Omit<KnobsQuestion, "from">;

export interface Knobs {
  /** What the pieces belong to; null before anything is known. */
  readonly question: KnobsAsked | null;
  readonly pieces: readonly KnobsPiece[];
  readonly running: boolean;
  readonly error: Error | null;
  stop(): void;
  /** Goes on where it was stopped. */
  resume(): void;
  retry(): void;
}

/** A whole coarse grid is shown at once where it comes at once, else what there is. */
const ENOUGH = 81;
const SOON = 200;
const options: StreamOptions = {
  engine: longEngine,
  enough: (pieces, elapsed) => pieces >= ENOUGH || elapsed > SOON,
};

interface Kept {
  readonly question: KnobsAsked;
  readonly pieces: readonly KnobsPiece[];
}

/** Computes what the newest question asks, coarse to fine. `null`: nothing is asked. */
export function useKnobs(asked: KnobsAsked | null): Knobs {
  const key = JSON.stringify(asked);
  const [stopped, setStopped] = useState<string | null>(null);
  const kept = useRef<Kept | null>(null);
  const sameAs = (question: KnobsAsked) =>
    kept.current !== null && JSON.stringify(kept.current.question) === JSON.stringify(question);
  const from = asked !== null && stopped !== key && sameAs(asked) ? kept.current!.pieces.length : 0;
  const stream = useStream("knobs", asked === null || stopped === key ? null : { ...asked, from }, options);

  let shown: Kept | null = null;
  if (stream.question !== null) {
    const { from: start, ...question } = stream.question;
    const before = start > 0 && sameAs(question) ? kept.current!.pieces.slice(0, start) : [];
    shown = { question, pieces: [...before, ...stream.pieces] };
  }
  // the point that was under way may still come in: what stands, stands
  if (stopped === key && kept.current !== null) shown = kept.current;
  const stop = () => {
    // nothing of this question may have been shown yet
    const own = shown !== null && JSON.stringify(shown.question) === key;
    kept.current = own || asked === null ? shown : { question: asked, pieces: [] };
    setStopped(key);
  };
  // another question runs by itself
  useEffect(() => {
    setStopped((before) => (before === key ? before : null));
  }, [key]);
  return {
    ...{ question: shown?.question ?? null, pieces: shown?.pieces ?? [], error: stream.error },
    running: stream.running && stopped !== key,
    ...{ stop, resume: () => setStopped(null), retry: stream.retry },
  };
}
