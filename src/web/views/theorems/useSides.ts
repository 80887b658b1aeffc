import { useEffect, useRef, useState } from "preact/hooks";
import { quickEngine } from "../../engine/engines.js";
import { isAbort } from "../../engine/task.js";
import type { PointPiece, PointQuestion, PointSides, PointValue } from "./sides.js";

export interface SidesState {
  /** Null before the first answer. */
  readonly values: readonly PointValue[] | null;
  /** Assumptions that the point does not meet. */
  readonly unmet: readonly string[];
  /** By check; those of the last point stay until the new ones are there. */
  readonly sides: readonly { readonly sides: PointSides; readonly stale: boolean }[];
  readonly computing: boolean;
  readonly error: Error | null;
}

/** A question that takes longer gives way to a newer one at once. Milliseconds. */
const PATIENCE = 250;

const nothing: SidesState = { values: null, unmet: [], sides: [], computing: true, error: null };

function receive(before: SidesState, piece: PointPiece): SidesState {
  if (piece.kind === "point") {
    const { values, unmet } = piece;
    const refused = unmet.length > 0 || values.some(({ problem }) => problem !== "");
    const sides = refused ? [] : before.sides.map((each) => ({ ...each, stale: true }));
    return { ...before, values, unmet, sides, error: null };
  }
  const others = before.sides.filter(({ sides }) => sides.check !== piece.sides.check);
  const sides = [...others, { sides: piece.sides, stale: false }].sort((a, b) => a.sides.check - b.sides.check);
  return { ...before, sides };
}

interface Line {
  next: PointQuestion | null;
  control: AbortController | null;
  /** When what is computed was asked. */
  since: number;
  gone: boolean;
}

/**
 * The reader's point and both ways of each check there, as they are computed. One question is under way at a time, and the
 * newest follows it: at once where the present one takes long.
 */
export function useSides(question: PointQuestion): SidesState & { retry(): void } {
  const [state, setState] = useState(nothing);
  const [tries, setTries] = useState(0);
  const line = useRef<Line>({ next: null, control: null, since: 0, gone: false });

  async function work(): Promise<void> {
    const { current } = line;
    while (current.next !== null && !current.gone) {
      const asked = current.next;
      current.next = null;
      const control = new AbortController();
      Object.assign(current, { control, since: performance.now() });
      const onPiece = (piece: PointPiece) => {
        if (!control.signal.aborted) setState((before) => receive(before, piece));
      };
      const error: unknown = await quickEngine.run("sides", asked, { signal: control.signal, onPiece }).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error !== null && !isAbort(error)) setState((before) => ({ ...before, error: error as Error }));
    }
    current.control = null;
    if (!current.gone) setState((before) => ({ ...before, computing: false }));
  }

  useEffect(() => {
    const { current } = line;
    current.next = question;
    setState((before) => ({ ...before, computing: true }));
    if (current.control === null) void work();
    else {
      const { control, since } = current;
      const wait = Math.max(0, PATIENCE - (performance.now() - since));
      setTimeout(() => current.control === control && current.next !== null && control.abort(), wait);
    }
  }, [JSON.stringify(question), tries]);

  useEffect(
    () => () => {
      line.current.gone = true;
      line.current.control?.abort();
    },
    [],
  );
  return { ...state, retry: () => setTries((before) => before + 1) };
}
