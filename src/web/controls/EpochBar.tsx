import { useEffect, useId } from "preact/hooks";

interface Props {
  /** Recorded so far, ascending. */
  readonly epochs: readonly number[];
  /** The one that is looked at. */
  readonly epoch: number;
  /** Epochs to train in all. */
  readonly goal: number;
  readonly running: boolean;
  readonly paused: boolean;
  readonly done: boolean;
  readonly playing: boolean;
  /** What is counted; default "epoch". */
  readonly unit?: string;
  /** Infinity: the last one, whichever it is. */
  onEpoch(epoch: number): void;
  onPlay(playing: boolean): void;
  onPause(paused: boolean): void;
  onRestart(): void;
}

const FRAME_MS = 120;

/** How far the training is, and which epoch is looked at. */
export function EpochBar(props: Props) {
  const { epochs, epoch, goal, running, paused, done, playing, unit = "epoch" } = props;
  const title = `${unit[0]!.toUpperCase()}${unit.slice(1)}`;
  const id = useId();
  const last = epochs.length - 1;
  const at = Math.max(0, epochs.indexOf(epoch));
  const reached = epochs[last] ?? 0;

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (at >= last) props.onPlay(false);
      else props.onEpoch(at + 1 === last ? Infinity : epochs[at + 1]!);
    }, FRAME_MS);
    return () => clearTimeout(timer);
  }, [playing, at, last]);

  const play = () => {
    if (!playing && at >= last) props.onEpoch(epochs[0] ?? 0);
    props.onPlay(!playing);
  };
  const said = done ? "trained" : paused ? "stopped" : running ? "training" : "waiting";
  return (
    <div class="run">
      <progress max={goal} value={reached} aria-label={`${title}s trained`} />
      <div class="actions">
        {!done && !paused && (
          <button type="button" onClick={() => props.onPause(true)}>
            Stop
          </button>
        )}
        {!done && paused && (
          <button type="button" class="primary" onClick={() => props.onPause(false)}>
            Resume
          </button>
        )}
        <button type="button" onClick={props.onRestart}>
          Train again
        </button>
        <button type="button" disabled={last < 1} onClick={play}>
          {playing ? "Pause the film" : "Play"}
        </button>
        <span class="run-state" role="status">
          {said}: {reached} of {goal} {unit}s
        </span>
      </div>
      <div class="control slider">
        <label for={id}>{title} that is shown</label>
        <input
          id={id}
          type="range"
          min={0}
          max={Math.max(1, last)}
          step={1}
          value={at}
          aria-valuetext={`${unit} ${epoch}`}
          disabled={last < 1}
          onInput={({ currentTarget }) => {
            const next = currentTarget.valueAsNumber;
            props.onPlay(false);
            props.onEpoch(next >= last ? Infinity : epochs[next]!);
          }}
        />
        <output for={id}>{epoch}</output>
      </div>
    </div>
  );
}
