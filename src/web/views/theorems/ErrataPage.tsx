import { useEffect, useState } from "preact/hooks";
import { damagedCaveat } from "../../../render/errataReport.js";
import { useLongTask } from "../../engine/useLongTask.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Failure } from "../../show/Failure.js";
import { Formula } from "../../show/Formula.js";
import { errataByWork, errataReport } from "./errataList.js";
import type { TriedErratum } from "./erratum.js";
import { linkTo } from "./links.js";
import { RefutationPanel } from "./RefutationPanel.js";

function Erratum({ tried }: { readonly tried: TriedErratum }) {
  const { id, title, at, printed, says, damaged, holds, assumptions } = tried;
  return (
    <article class="erratum">
      <h3>
        {at}: <a href={linkTo(id)}>{title}</a>
      </h3>
      <p>{says}</p>
      <p class="remark">Printed:</p>
      <Formula tex={printed} display />
      <RefutationPanel tried={tried} />
      <p class="remark">What holds{assumptions.length === 0 ? "" : ", under the assumptions below"}:</p>
      <Formula tex={holds} display />
      {assumptions.map((tex) => (
        <Formula key={tex} tex={tex} display />
      ))}
      {damaged && <p class="remark">{damagedCaveat}</p>}
    </article>
  );
}

/** All that the papers print wrongly, by paper, each tried again when the page opens. */
export function ErrataPage() {
  const [tried, setTried] = useState<readonly TriedErratum[]>([]);
  const { running, answer, error, start, stop } = useLongTask("errata", (piece) =>
    setTried((before) => [...before, piece]),
  );
  const again = () => {
    setTried([]);
    start(null);
  };
  useEffect(again, []);
  const confirmed = tried.filter(({ refutation }) => refutation !== null).length;
  return (
    <div class="content">
      <nav class="crumbs" aria-label="Theorems">
        <a href={linkTo("")}>All theorems</a>
      </nav>
      <h2>What the papers print wrongly</h2>
      <p role="status">
        {running
          ? `Trying each printed claim at the point that refutes it: ${tried.length} so far …`
          : `${confirmed} of ${tried.length} printed claims are refuted, each at the point that is given.`}
        {answer === null && !running && error === null && " Stopped."}
      </p>
      <div class="actions">
        <button type="button" onClick={running ? stop : again}>
          {running ? "Stop" : "Try them again"}
        </button>
      </div>
      {error !== null && <Failure error={error} onRetry={again} />}
      {errataByWork(tried).map(({ work, errata }) => (
        <section key={work}>
          <h2>
            {work} ({errata.length})
          </h2>
          {errata.map((each) => (
            <Erratum key={each.id} tried={each} />
          ))}
        </section>
      ))}
      {!running && tried.length > 0 && <ExportBar name="theoria-errata" plots={[]} report={errataReport(tried)} />}
    </div>
  );
}
