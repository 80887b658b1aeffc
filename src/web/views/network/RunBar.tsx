import type { SimulationState } from "./useSimulation.js";

interface Props {
  readonly state: SimulationState;
  /** null: until stopped. */
  readonly goal: number | null;
  /** Of the backend that was asked for, before it has answered. */
  readonly backend: string;
}

function paceText(milliseconds: number | null): string {
  if (milliseconds === null || milliseconds <= 0) return "";
  const pace = 1000 / milliseconds;
  return `, ${pace >= 10 ? Math.round(pace) : pace.toPrecision(2)} a second`;
}

/** How far a simulation is; pauses and continues it. */
export function RunBar({ state, goal, backend }: Props) {
  const { simulated, running, paused } = state;
  const drawn = simulated?.summary.samples ?? 0;
  const done = goal !== null && drawn >= goal;
  const counted = goal === null ? `${drawn} networks` : `${drawn} of ${goal} networks`;
  const under = drawn === 0 ? "drawing the first network" : "running";
  const said = done ? "finished" : running ? under : paused ? "paused" : "waiting";
  return (
    <div class="run">
      {goal !== null && <progress max={goal} value={Math.min(drawn, goal)} aria-label="Networks drawn" />}
      <div class="actions">
        {running && (
          <button type="button" onClick={state.pause}>
            Pause
          </button>
        )}
        {!running && !done && (
          <button type="button" class="primary" onClick={state.resume}>
            {drawn > 0 ? "Resume" : "Start"}
          </button>
        )}
        {drawn > 0 && (
          <button type="button" onClick={state.restart}>
            Start again
          </button>
        )}
        <span class="run-state">
          {said}: {counted}
          {paceText(simulated?.millisecondsPerSample ?? null)}, backend {simulated?.backend ?? backend}
        </span>
      </div>
    </div>
  );
}
