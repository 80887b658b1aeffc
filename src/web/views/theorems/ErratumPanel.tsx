import { useEffect, useState } from "preact/hooks";
import { damagedCaveat } from "../../../render/errataReport.js";
import { useLongTask } from "../../engine/useLongTask.js";
import { Failure } from "../../show/Failure.js";
import { Formula } from "../../show/Formula.js";
import type { TriedErratum } from "./erratum.js";
import { RefutationPanel } from "./RefutationPanel.js";
import type { ShownErratum } from "./statement.js";

interface Props {
  readonly id: string;
  readonly erratum: ShownErratum;
}

/** What is printed instead, and the point that refutes it, tried when the page opens. */
export function ErratumPanel({ id, erratum }: Props) {
  const [tried, setTried] = useState<TriedErratum | null>(null);
  const { running, error, start } = useLongTask("errata", setTried);
  useEffect(() => start([id]), [id]);
  return (
    <section aria-labelledby="erratum">
      <h2 id="erratum">What is printed</h2>
      <p>{erratum.says}</p>
      <Formula tex={erratum.tex} display />
      {running && tried === null && <p class="waiting">Trying the printed claim at the point that refutes it …</p>}
      {error !== null && <Failure error={error} onRetry={() => start([id])} />}
      {tried !== null && <RefutationPanel tried={tried} />}
      {erratum.damaged && <p class="remark">{damagedCaveat}</p>}
    </section>
  );
}
