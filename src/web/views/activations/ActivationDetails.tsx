import { useMemo, useState } from "preact/hooks";
import { activationReport } from "../../../render/activationReport.js";
import { activationFigure } from "../../../render/htmlReport/figures/activationFigure.js";
import { useTask } from "../../engine/useTask.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { PlotFigure } from "../../show/PlotFigure.js";
import { SheetTable } from "../../show/SheetTable.js";
import { shortText } from "../../show/shortText.js";
import type { Setting } from "../rates/setting.js";
import { FormulaPanel } from "./FormulaPanel.js";

interface Props {
  readonly activation: string;
  readonly batch: number;
  readonly setting: Setting;
}

/** Folded: what is known about an activation, its picture, and its rate as a formula. Nothing is computed before it is opened. */
export function ActivationDetails(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        About <code>{shortText(props.activation)}</code>: picture, facts, formula of its rate
      </summary>
      {open && <Inside {...props} />}
    </details>
  );
}

function Inside({ activation, batch, setting }: Props) {
  const batches = [...new Set([8, batch, Infinity])].sort((a, b) => a - b);
  const { answer, error } = useTask("portrait", { activation, batches, ...setting });
  const plot = useMemo(() => (answer === null ? null : activationFigure(answer.portrait)), [answer]);
  const report = useMemo(() => {
    if (answer === null) return null;
    const { derivative, facts } = answer.portrait;
    return activationReport([{ activation: answer.portrait.text, derivative, facts, routes: answer.routes }]);
  }, [answer]);
  return (
    <div class="part">
      {error !== null && <Failure error={error} />}
      {plot !== null && <PlotFigure plot={plot} widest={640} />}
      {report !== null && <SheetTable sheet={report.sheet()} caption="What is known" />}
      {report !== null && <ExportBar name="theoria-activation" plots={plot === null ? [] : [plot]} report={report} />}
      <FormulaPanel key={activation} activation={activation} />
    </div>
  );
}
