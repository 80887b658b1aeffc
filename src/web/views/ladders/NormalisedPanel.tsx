import type { Plot } from "../../../experiments/plot.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { linkTo } from "../theorems/links.js";
import { normalisedSheets } from "./laddersReport.js";
import type { LaddersLook } from "./laddersTask.js";

interface Props {
  readonly look: LaddersLook;
  readonly plot: Plot | null;
}

/** What batch norm does to the gradient at one node. */
export function NormalisedPanel({ look: { normalised, regions, chosen }, plot }: Props) {
  const sheets = normalisedSheets(normalised, regions.find(({ id }) => id === chosen)!.events);
  if (sheets === null || plot === null) {
    return (
      <p class="remark">
        Batch norm has no answer at node {normalised.node}: {normalised.problem}
      </p>
    );
  }
  return (
    <section class="part" aria-label="Batch norm">
      <h2>Batch norm is a projection</h2>
      <p>
        Backward, it removes from a gradient its mean and its part along the activations, and divides the rest by their
        standard deviation, which is left out here (<a href={linkTo("ladder/theorem-5")}>Theorem 5</a>).
      </p>
      <div class="pair">
        <PlotFigure plot={plot} />
        <div class="part">
          <SheetTable sheet={sheets[0]} caption={`Gradient at node ${normalised.node}`} />
          <SheetTable sheet={sheets[1]} caption="What is left, label by label, in two ways" />
        </div>
      </div>
    </section>
  );
}
