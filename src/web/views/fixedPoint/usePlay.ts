import { useEffect, useState } from "preact/hooks";

/** A layer is seen so long. Milliseconds. */
const EVERY = 350;

const stillness = () => window.matchMedia("(prefers-reduced-motion: reduce)");

/** Whether the reader's system asks for no motion, as it changes. */
export function useStillness(): boolean {
  const [still, setStill] = useState(() => stillness().matches);
  useEffect(() => {
    const query = stillness();
    const listen = () => setStill(query.matches);
    query.addEventListener("change", listen);
    return () => query.removeEventListener("change", listen);
  }, []);
  return still;
}

export interface Play {
  readonly playing: boolean;
  play(): void;
  pause(): void;
}

/** Goes from `at` to `end` by itself, once it is told to. */
export function usePlay(at: number, end: number, onGo: (at: number) => void): Play {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    if (at >= end) return setPlaying(false);
    const timer = setTimeout(() => onGo(at + 1), EVERY);
    return () => clearTimeout(timer);
  }, [playing, at, end]);
  return {
    playing,
    play: () => {
      if (at >= end) onGo(0);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
  };
}
