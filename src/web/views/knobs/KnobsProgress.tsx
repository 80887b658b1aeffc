import type { KnobGrid } from "./knobGrid.js";
import type { Knobs } from "./useKnobs.js";

interface Props {
  readonly grid: KnobGrid | null;
  readonly knobs: Knobs;
}

/** How much is known, and what stops it. */
export function KnobsProgress({ grid, knobs }: Props) {
  const [known, total] = grid === null ? [0, 0] : [grid.cells.length, grid.total];
  const whole = total > 0 && known === total && !knobs.running;
  return (
    <div class="actions">
      {knobs.running && (
        <button type="button" onClick={knobs.stop}>
          Stop
        </button>
      )}
      {!knobs.running && !whole && grid !== null && (
        <button type="button" class="primary" onClick={knobs.resume}>
          Resume
        </button>
      )}
      {!whole && total > 0 && <progress aria-label="Points computed" max={total} value={known} />}
      <span class="remark" role="status">
        {whole ? `All ${total} points are computed.` : `${known} of ${total} points`}
      </span>
    </div>
  );
}
