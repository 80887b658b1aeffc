import { useEffect, useRef, useState } from "preact/hooks";
import { useLongTask } from "../../engine/useLongTask.js";
import type { CircleRecord } from "./circleNetwork.js";
import type { TrainCircleQuestion } from "./trainCircleTask.js";

export interface Training {
  /** Up to the epochs of the question, ascending. */
  readonly records: readonly CircleRecord[];
  readonly running: boolean;
  /** All epochs are trained, or the loss has left all bounds. */
  readonly done: boolean;
  readonly divergedAt: number | null;
  readonly error: Error | null;
  /** From the start again. */
  restart(): void;
  /** After a failure. */
  retry(): void;
}

interface Kept {
  readonly key: string;
  readonly records: readonly CircleRecord[];
  readonly divergedAt: number | null;
}

/** A question that changes as sliders move is asked when they rest. Milliseconds. */
const REST = 300;

/**
 * Trains a network as long as `paused` is not said, and starts anew when the question changes; more epochs of the same question, and a
 * run that was paused, continue: what is recorded is kept here, and the worker trains again up to there. `null`: nothing is trained.
 */
export function useTraining(question: Omit<TrainCircleQuestion, "from"> | null, paused: boolean): Training {
  const key = question === null ? null : JSON.stringify({ ...question, epochs: null });
  const [kept, setKept] = useState<Kept | null>(null);
  const [tries, setTries] = useState(0);
  const asked = useRef<string | null>(null);
  const waiting = useRef<CircleRecord[]>([]);
  const frame = useRef<number | null>(null);

  /** Records come by the dozen in a frame. */
  const flush = () => {
    if (frame.current !== null) cancelAnimationFrame(frame.current);
    frame.current = null;
    const [own, added] = [asked.current, waiting.current];
    waiting.current = [];
    if (own === null || added.length === 0) return;
    setKept((before) => {
      const known = before?.key === own ? before.records : [];
      // what was on its way when the number of epochs changed is trained again
      const reached = known.at(-1)?.epoch ?? -1;
      return { key: own, divergedAt: null, records: [...known, ...added.filter(({ epoch }) => epoch > reached)] };
    });
  };
  const task = useLongTask("trainCircle", (record) => {
    waiting.current.push(record);
    frame.current ??= requestAnimationFrame(flush);
  });
  const mine = kept !== null && kept.key === key ? kept : null;
  const epochs = question?.epochs ?? 0;
  const last = mine?.records.at(-1)?.epoch ?? null;
  const divergedAt = mine?.divergedAt ?? null;
  const done = question !== null && (divergedAt !== null || (last !== null && last >= epochs));
  const wanted = key !== null && !paused && !done;

  useEffect(() => {
    if (task.answer === null) return;
    flush();
    const { divergedAt: at } = task.answer;
    if (at !== null) setKept((before) => (before?.key === asked.current ? { ...before, divergedAt: at } : before));
  }, [task.answer]);
  useEffect(() => {
    if (!wanted || question === null || key === null) return;
    const begin = () => {
      asked.current = key;
      waiting.current = [];
      task.start({ ...question, from: last });
    };
    const timer = setTimeout(begin, asked.current === null || asked.current === key ? 0 : REST);
    return () => {
      clearTimeout(timer);
      task.stop();
      flush();
    };
  }, [key, epochs, wanted, tries]);

  return {
    ...{
      records: (mine?.records ?? []).filter(({ epoch }) => epoch <= epochs),
      running: task.running,
      done,
      divergedAt,
    },
    error: task.error,
    restart: () => {
      setKept(null);
      setTries((before) => before + 1);
    },
    retry: () => setTries((before) => before + 1),
  };
}
