import { useEffect, useState } from "preact/hooks";
import { dynamicsReport } from "../../../render/dynamicsReport.js";
import type { DynamicsResult } from "../../../theory/batchnorm/results/dynamicsResult.js";
import { useLongTask } from "../../engine/useLongTask.js";
import { Failure } from "../../show/Failure.js";
import { SheetTable } from "../../show/SheetTable.js";
import type { NetworkSetting } from "./setting.js";

interface Props {
  readonly setting: NetworkSetting;
  readonly seed: number;
  /** What was found for the present setting; null as long as there is nothing. */
  readonly onFound: (result: DynamicsResult | null) => void;
}

/** Where networks go that leave BSB1: follows a path of layers when asked to. */
export function ReachedPanel({ setting, seed, onFound }: Props) {
  const [layer, setLayer] = useState(0);
  const [result, setResult] = useState<DynamicsResult | null>(null);
  const { activation, batch, epsilon, gamma, beta } = setting;
  const { running, error, start, stop } = useLongTask("reached", (piece) => {
    if (piece.kind === "layer") return setLayer(piece.layer);
    setResult(piece.result);
    onFound(piece.result);
  });
  useEffect(() => {
    setResult(null);
    onFound(null);
    return stop;
  }, [activation, batch, epsilon, gamma, beta, seed]);
  const follow = () => {
    setLayer(0);
    start({ activations: [activation], batch, epsilon, gamma, beta, weightVariance: 1, seed });
  };
  return (
    <section class="part">
      <div class="actions">
        {running ? (
          <button type="button" onClick={stop}>
            Stop
          </button>
        ) : (
          <button type="button" onClick={follow} disabled={result !== null}>
            Where do networks go?
          </button>
        )}
        <span class="run-state" role="status">
          {running ? `following a network of width 1000: layer ${layer}` : ""}
        </span>
      </div>
      {error !== null && <Failure error={error} onRetry={follow} />}
      {result !== null && <SheetTable sheet={dynamicsReport([result]).sheet()} caption="Where networks go" />}
    </section>
  );
}
