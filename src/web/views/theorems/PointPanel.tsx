import { ExportBar } from "../../export/ExportBar.js";
import { SidesPanel } from "./SidesPanel.js";
import { fileName } from "./StatementPanel.js";
import { sidesReport } from "./sidesSheet.js";
import type { Statement } from "./statement.js";
import type { SidesState } from "./useSides.js";

interface Props {
  readonly statement: Statement;
  readonly state: SidesState;
}

/** Both ways of each check at the reader's point, computed while the reader moves. */
export function PointPanel({ statement: { id }, state }: Props) {
  const { values, unmet, sides, computing } = state;
  const wrong = (values ?? []).filter(({ problem }) => problem !== "");
  return (
    <section aria-labelledby="point" aria-busy={computing}>
      <h2 id="point">Two ways at your point</h2>
      <p class="remark" role="status">
        {computing
          ? "Computing …"
          : "Each side is computed by a method of its own; they must agree within their errors."}
      </p>
      {wrong.length > 0 && (
        <p>There is no value here: {wrong.map(({ name }) => name).join(", ")} cannot be read. See the controls.</p>
      )}
      {unmet.length > 0 && (
        <p>
          The claim says nothing at this point, which does not meet the assumption <code>{unmet.join("; ")}</code>.
        </p>
      )}
      {sides.map((each) => (
        <SidesPanel key={each.sides.check} sides={each.sides} stale={each.stale} />
      ))}
      {!computing && wrong.length === 0 && unmet.length === 0 && sides.length === 0 && (
        <p>This statement is not checked by two numbers at a point: see its checks below.</p>
      )}
      {sides.length > 0 && (
        <ExportBar
          name={`${fileName(id)}-point`}
          plots={[]}
          report={sidesReport(
            id,
            values ?? [],
            sides.map((each) => each.sides),
          )}
        />
      )}
    </section>
  );
}
