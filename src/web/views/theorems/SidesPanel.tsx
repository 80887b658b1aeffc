import { SheetTable } from "../../show/SheetTable.js";
import type { PointSides } from "./sides.js";
import { sidesSentence, sidesSheet, toleranceText } from "./sidesSheet.js";
import { Unfold } from "./Unfold.js";

interface Props {
  readonly sides: PointSides;
  /** Of an earlier point. */
  readonly stale: boolean;
}

/** So many entries are shown at once. */
const FEW = 8;

/** Both ways of one check at the reader's point. */
export function SidesPanel({ sides, stale }: Props) {
  const { left, right, sign, values, count, outcome } = sides;
  const few = values.length <= FEW;
  return (
    <section class={`sides${stale ? " stale" : ""}`} aria-label={`Check ${sides.check + 1}`}>
      <h3>
        {left.name} <span class="sign">{sign}</span> {right.name}
      </h3>
      <p class={outcome === "differ" ? "verdict refuted" : outcome === "agree" ? "verdict holds" : "remark"}>
        {sidesSentence(sides)}
      </p>
      {values.length > 0 && (
        <SheetTable
          sheet={sidesSheet(sides, few)}
          caption={few ? "Both sides" : `The entry nearest to failing, of ${count}`}
        />
      )}
      {!few && (
        <Unfold
          summary={values.length < count ? `The first ${values.length} of ${count} entries` : `All ${count} entries`}
          content={() => <SheetTable sheet={sidesSheet(sides, true)} caption="Both sides, entry by entry" />}
        />
      )}
      <p class="remark">{toleranceText(sides)}</p>
    </section>
  );
}
