import type { RunState } from "../engine/useRun.js";

interface Props {
  readonly run: Pick<RunState<unknown>, "running" | "paused" | "done" | "pause" | "resume" | "restart">;
  /** What there is, of what is asked for; null: until the reader stops it. */
  readonly drawn: number;
  readonly goal: number | null;
  /** "networks". */
  readonly things: string;
  /** After the count. */
  readonly note?: string;
}

/** How far a run is; pauses and continues it. */
export function RunBar({ run, drawn, goal, things, note = "" }: Props) {
  const { running, paused, done } = run;
  const said = done ? "finished" : paused ? "paused" : running ? "running" : "waiting";
  return (
    <div class="run">
      {goal !== null && <progress max={goal} value={Math.min(drawn, goal)} aria-label={`Finished ${things}`} />}
      <div class="actions">
        {!done && !paused && (
          <button type="button" onClick={run.pause}>
            Pause
          </button>
        )}
        {!done && paused && (
          <button type="button" class="primary" onClick={run.resume}>
            Resume
          </button>
        )}
        {drawn > 0 && (
          <button type="button" onClick={run.restart}>
            Start again
          </button>
        )}
        <span class="run-state">
          {said}: {drawn} {goal === null ? "" : `of ${goal} `}
          {things}
          {note}
        </span>
      </div>
    </div>
  );
}
