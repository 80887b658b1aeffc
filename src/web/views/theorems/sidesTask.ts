/** The reader's point: what is wrong with it, or what both ways of each check are worth there. */
import { textOf } from "../../../symbolic/format/text.js";
import type { RoutesCheck, Theorem } from "../../../theorems/theorem.js";
import { writeValue } from "../../../verification/domains/writeValue.js";
import { type ReadPoint, readPoint } from "../../../verification/points/readPoint.js";
import { twoSides } from "../../../verification/twoSides.js";
import type { TaskContext } from "../../engine/task.js";
import type { PointPiece, PointQuestion, PointSides, PointValue } from "./sides.js";
import { theoremNamed } from "./theoremNamed.js";

/** More entries than a reader looks at. */
const MOST_VALUES = 400;
const signs = { Equal: "=", LessEqual: "<=", Less: "<" };

function valuesOf({ parameters }: Theorem, { typed }: PointQuestion, read: ReadPoint): readonly PointValue[] {
  const texts = new Map(typed);
  return Object.keys(parameters).map((name) => {
    const value = read.point[name];
    const problem = read.problems.find((each) => each.name === name)?.error.message ?? "";
    return { name, text: texts.get(name) ?? (value === undefined ? "" : writeValue(value)), problem };
  });
}

/** The worst entry stays among those that are shown. */
function shown(check: RoutesCheck<never>, index: number, found: Awaited<ReturnType<typeof twoSides>>): PointSides {
  const { values, worst } = found;
  const kept = values.slice(0, MOST_VALUES);
  const cut = worst >= MOST_VALUES ? [values[worst]!, ...kept.slice(1)] : kept;
  const { unit, limit, why } = check.tolerance;
  return {
    ...found,
    ...{ check: index, sign: signs[check.relation ?? "Equal"], tolerance: { unit, limit, why }, count: values.length },
    left: { name: check.left.name },
    right: { name: check.right.name },
    values: cut,
    worst: worst >= MOST_VALUES ? 0 : worst,
  };
}

/** Shows the point first, then each check as it is computed. @throws TheoryError for an id that no theorem has. */
export async function sidesTask(question: PointQuestion, context: TaskContext<PointPiece>): Promise<null> {
  const theorem = theoremNamed(question.id);
  const read = readPoint(theorem, question);
  const values = valuesOf(theorem, question, read);
  await context.show({ kind: "point", values, unmet: read.unmet.map(textOf) });
  if (values.some(({ problem, text }) => problem !== "" || text === "") || read.unmet.length > 0) return null;
  for (const [index, check] of theorem.checks.entries()) {
    if (check.kind !== "routes") continue;
    const found = await twoSides(check, read.point, context.pause);
    await context.show({ kind: "sides", sides: shown(check, index, found) });
  }
  return null;
}
