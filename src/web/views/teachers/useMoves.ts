import { useEffect, useRef, useState } from "preact/hooks";
import { useLongTask } from "../../engine/useLongTask.js";
import { type MoveRecord, type MoveSetting, recordedSteps } from "./moveStudentsTask.js";

export interface Moves {
  /** Ascending steps. */
  readonly records: readonly MoveRecord[];
  readonly running: boolean;
  /** All steps are made, or the weights have left all bounds. */
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
  readonly records: readonly MoveRecord[];
  readonly divergedAt: number | null;
}

/** A question that changes as sliders move is asked when they rest. Milliseconds. */
const REST = 300;

/** Trains as long as `paused` is not said, and starts anew when the setting changes; a run that was paused goes on from its last moment. */
export function useMoves(setting: MoveSetting, paused: boolean): Moves {
  const key = JSON.stringify(setting);
  const [kept, setKept] = useState<Kept | null>(null);
  const [tries, setTries] = useState(0);
  const asked = useRef<string | null>(null);
  const waiting = useRef<MoveRecord[]>([]);
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
      return { key: own, divergedAt: null, records: [...known, ...added] };
    });
  };
  const task = useLongTask("moveStudents", (record) => {
    waiting.current.push(record);
    frame.current ??= requestAnimationFrame(flush);
  });
  const mine = kept !== null && kept.key === key ? kept : null;
  const last = mine?.records.at(-1) ?? null;
  const divergedAt = mine?.divergedAt ?? null;
  const done = divergedAt !== null || last?.step === recordedSteps(setting.steps).at(-1);
  const wanted = !paused && !done;

  useEffect(() => {
    if (task.answer === null) return;
    flush();
    const { divergedAt: at } = task.answer;
    if (at !== null) setKept((before) => (before?.key === asked.current ? { ...before, divergedAt: at } : before));
  }, [task.answer]);
  useEffect(() => {
    if (!wanted) return;
    const begin = () => {
      asked.current = key;
      waiting.current = [];
      task.start({ ...setting, from: last });
    };
    const timer = setTimeout(begin, asked.current === null || asked.current === key ? 0 : REST);
    return () => {
      clearTimeout(timer);
      task.stop();
      flush();
    };
  }, [key, wanted, tries]);

  return {
    ...{ records: mine?.records ?? [], running: task.running, done, divergedAt, error: task.error },
    restart: () => {
      setKept(null);
      setTries((before) => before + 1);
    },
    retry: () => setTries((before) => before + 1),
  };
}
