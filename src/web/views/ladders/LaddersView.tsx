import { useMemo } from "preact/hooks";
import { isTheoryError } from "../../../errors.js";
import { useFields } from "../../address/useFields.js";
import { useTask } from "../../engine/useTask.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { linkTo } from "../theorems/links.js";
import { FactorsPanel } from "./FactorsPanel.js";
import { fieldsPlot, regionAt } from "./fieldsPlot.js";
import { LaddersControls } from "./LaddersControls.js";
import { laddersFields, questionOf } from "./laddersFields.js";
import { conditionsSheet, laddersReport, marginalSheet, nodesSheet, waysSheet } from "./laddersReport.js";
import type { LaddersLook } from "./laddersTask.js";
import { NormalisedPanel } from "./NormalisedPanel.js";
import { normalisedPlot } from "./normalisedPlot.js";
import { allTablesPlot, chosenPlot } from "./tablesPlot.js";

const said = (holds: boolean): string => (holds ? "holds" : "does not hold");

/** Whether the labels are enough, in words. */
function Verdict({ look: { conditions, ways } }: { readonly look: LaddersLook }) {
  const { focus, broadness, decorrelation } = conditions;
  const all = focus && broadness && decorrelation;
  const gap = Math.max(ways[0]!.difference, ways[1]!.difference);
  return (
    <p>
      Focus {said(focus)}, broadness {said(broadness)}, decorrelation {said(decorrelation)}.{" "}
      {all
        ? "All three together: labels are enough, and the numbers by labels are those over all inputs up to rounding"
        : "Where all three do not hold, labels need not be enough"}{" "}
      (<a href={linkTo("ladder/theorem-2")}>Theorem 2</a>); here they differ by at most {gap.toPrecision(2)}.
    </p>
  );
}

/** A ladder's conditional tables, and what a network on it does label by label. */
export function LaddersView() {
  const fields = useFields(laddersFields);
  const { values, set } = fields;
  const question = questionOf(values);
  const { answer: look, error, stale, retry } = useTask("ladders", question);
  const typed = values.source === "tables" && isTheoryError(error) ? error.message : null;
  const pictures = useMemo(() => {
    if (look === null) return null;
    const { node, result } = look.normalised;
    return {
      ...{ fields: fieldsPlot(look), chosen: chosenPlot(look), all: allTablesPlot(look) },
      normalised: result === null ? null : normalisedPlot(node, result),
    };
  }, [look]);
  const marginal = look === null ? null : marginalSheet(look);
  const plots = pictures === null ? [] : Object.values(pictures).filter((plot) => plot !== null);
  const shown = typed === null ? look : null;

  return (
    <div class="view">
      <LaddersControls {...{ ...fields, look, problem: typed }} />
      <div class="content">
        <p>
          Each region of an image has a label that summarises it; regions above are labelled from those below. The
          tables say how likely each label below is, given a label above. If they hold all that matters, a network can
          be followed label by label instead of input by input.
        </p>
        {error !== null && typed === null && <Failure error={error} onRetry={retry} />}
        {shown !== null && pictures !== null && (
          <>
            <Verdict look={shown} />
            {!stale && values.region !== "" && values.region !== shown.chosen && (
              <p class="remark">This ladder has no region of the name that was asked for: {shown.chosen} is shown.</p>
            )}
            <div class="pair">
              <PlotFigure
                plot={pictures.fields}
                onPick={(at) => set({ region: regionAt(shown, at) ?? values.region })}
              />
              <PlotFigure plot={pictures.chosen} />
            </div>
            <SheetTable sheet={nodesSheet(shown)} caption={`Nodes of region ${shown.chosen}, seed ${values.seed}`} />
            <SheetTable sheet={waysSheet(shown)} caption="All nodes of the network, in two ways" />
            {marginal !== null && (
              <SheetTable sheet={marginal} caption={`Gradient that a content of ${shown.chosen} sees`} />
            )}
            {pictures.all !== null && <PlotFigure plot={pictures.all} />}
            {shown.families.length > 0 && <SheetTable sheet={conditionsSheet(shown)} caption="Focus and broadness" />}
            <NormalisedPanel look={shown} plot={pictures.normalised} />
            <FactorsPanel seed={values.seed} />
            <ExportBar name="theoria-ladders" plots={plots} report={laddersReport(shown, question)} />
          </>
        )}
      </div>
    </div>
  );
}
