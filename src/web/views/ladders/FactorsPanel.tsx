import { useMemo } from "preact/hooks";
import { useTask } from "../../engine/useTask.js";
import { Failure } from "../../show/Failure.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { linkTo } from "../theorems/links.js";
import { factorsPlot } from "./factorsPlot.js";
import { factorsSheet } from "./laddersReport.js";

/** Whether factors stay apart in training, by the order of the layers. */
export function FactorsPanel({ seed }: { readonly seed: number }) {
  const { answer, error, retry } = useTask("factors", { seed });
  const plot = useMemo(() => (answer === null ? null : factorsPlot(answer)), [answer]);
  return (
    <section class="part" aria-label="Disentanglement">
      <h2>Factors stay apart behind batch norm</h2>
      <p>
        Another ladder, of three independent factors with 2, 1 and 3 nodes below them. A layer starts with weights that
        do not mix factors. Descent keeps them so where batch norm stands directly after the linear layer, since it
        centres the gradient (<a href={linkTo("ladder/theorem-9")}>Theorem 9</a>); without it some ladders are mixed.
      </p>
      {error !== null && <Failure error={error} onRetry={retry} />}
      {answer !== null && plot !== null && (
        <>
          <PlotFigure plot={plot} />
          <SheetTable sheet={factorsSheet(answer)} caption={`Training of a factorised layer, seed ${seed}`} />
        </>
      )}
    </section>
  );
}
