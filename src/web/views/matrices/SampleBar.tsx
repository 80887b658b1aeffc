import type { Sampling } from "./useEigenvalues.js";

interface Props {
  readonly sampling: Sampling;
  /** Matrices in all. */
  readonly goal: number;
}

/** How far the sampling is; stops and continues it. */
export function SampleBar({ sampling, goal }: Props) {
  const { sampled, running, paused } = sampling;
  const drawn = sampled?.samples ?? 0;
  const done = drawn >= goal;
  const said = done ? "finished" : paused ? "stopped" : running ? "sampling" : "waiting";
  return (
    <div class="run">
      <progress max={goal} value={Math.min(drawn, goal)} aria-label="Matrices sampled" />
      <div class="actions">
        {!done && !paused && (
          <button type="button" onClick={sampling.pause}>
            Stop
          </button>
        )}
        {!done && paused && (
          <button type="button" class="primary" onClick={sampling.resume}>
            Resume
          </button>
        )}
        {drawn > 0 && (
          <button type="button" onClick={sampling.restart}>
            Sample again
          </button>
        )}
        <span class="run-state" role="status">
          {said}: {drawn} of {goal} matrices
        </span>
      </div>
    </div>
  );
}
