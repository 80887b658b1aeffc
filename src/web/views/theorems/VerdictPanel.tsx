import { counterexampleText, pointText } from "../../../render/verdictText.js";
import { SheetTable } from "../../show/SheetTable.js";
import { VerdictMark } from "./VerdictMark.js";
import { marginText, verdictReport } from "./verdictReport.js";
import type { CheckedVerdict } from "./verdicts.js";

interface Props {
  readonly checked: CheckedVerdict;
}

const reasons: Readonly<Record<string, string>> = {
  vacuous: "there is no admissible point",
  unevaluable: "there is no number where one is needed",
  underpowered: "the simulation within its budget could not see what it must see",
  "no-backend": "there is nothing to simulate with here",
};

/** What became of a check, in full. */
export function VerdictPanel({ checked }: Props) {
  const { id, verdict, effort, seed, seconds } = checked;
  const { cases, skips, worst, why, says, counterexample } = verdict;
  return (
    <div class="result" role="status">
      <p>
        <VerdictMark verdict={verdict} /> {cases} cases, {skips} skipped, {effort}, seed {seed}, {seconds.toFixed(2)} s.{" "}
        {why !== undefined && `${reasons[why]}. `}
        {says}
      </p>
      {counterexample !== undefined && <p>{counterexampleText(counterexample)}</p>}
      {worst !== undefined && (
        <p class="remark">
          Worst margin {marginText(worst.ratio)}: {worst.check}
          {pointText(worst.at) !== "" && <>, at {pointText(worst.at)}</>}.
        </p>
      )}
      <SheetTable sheet={verdictReport(checked).sheet()} caption="Check by check" />
      <p class="remark">
        The same on the command line: <code>{`npx theoria check ${id} --${effort} --seed ${seed}`}</code>
      </p>
    </div>
  );
}
