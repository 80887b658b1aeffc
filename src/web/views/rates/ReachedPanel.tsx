import { dynamicsReport } from "../../../render/dynamicsReport.js";
import { Slider } from "../../controls/Slider.js";
import { Failure } from "../../show/Failure.js";
import { SheetTable } from "../../show/SheetTable.js";
import type { Reached } from "./useReached.js";

interface Props {
  /** Activations whose BSB1 is unstable at the chosen batch size, as a reader knows them. */
  readonly unstable: readonly string[];
  readonly batch: number;
  readonly seed: number;
  readonly reached: Reached;
  onSeed(seed: number): void;
}

/** The largest batch whose path is followed. */
export const LARGEST = 512;

/** Where networks go that leave BSB1: seconds, so only on request. */
export function ReachedPanel({ unstable, batch, seed, reached, onSeed }: Props) {
  if (unstable.length === 0) return null;
  const open = unstable.length > reached.results.length;
  return (
    <section class="part" aria-label="Where networks go">
      <p>
        At batch size {batch}, BSB1 is unstable for {unstable.join(", ")}: the samples of a batch part into groups.
        {batch > LARGEST && ` Paths are followed up to batch size ${LARGEST}.`}
      </p>
      {batch <= LARGEST && (
        <div class="actions">
          {reached.running ? (
            <button type="button" onClick={reached.stop}>
              Stop
            </button>
          ) : (
            <button type="button" disabled={!open} onClick={reached.start}>
              Follow a network to where it goes
            </button>
          )}
          <Slider label="Seed of its weights" value={seed} min={0} max={100} step={1} onChange={onSeed} />
        </div>
      )}
      <p class="waiting" role="status">
        {reached.progress}
      </p>
      {reached.error !== null && <Failure error={reached.error} onRetry={reached.start} />}
      {reached.results.length > 0 && (
        <SheetTable
          sheet={dynamicsReport(reached.results.map(({ result }) => result)).sheet()}
          caption={`Where networks of width ${reached.results[0]!.result.width} go, batch size ${batch}, seed ${seed}`}
        />
      )}
    </section>
  );
}
