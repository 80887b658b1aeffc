import { useMemo } from "preact/hooks";
import { useFields } from "../../address/useFields.js";
import { Failure } from "../../show/Failure.js";
import { Problems } from "../../show/Problems.js";
import { CheckPanel } from "./CheckPanel.js";
import { CheckSettings } from "./CheckSettings.js";
import { ErratumPanel } from "./ErratumPanel.js";
import { PointControls } from "./PointControls.js";
import { PointPanel } from "./PointPanel.js";
import { ProofPanel } from "./ProofPanel.js";
import { fieldsOf } from "./pointFields.js";
import { RelatedLists } from "./RelatedLists.js";
import { StatementPanel } from "./StatementPanel.js";
import type { Statement } from "./statement.js";
import { useSides } from "./useSides.js";
import type { CheckedVerdict } from "./verdicts.js";

interface Props {
  readonly statement: Statement;
  readonly known: CheckedVerdict | null;
  onVerdict(checked: CheckedVerdict): void;
}

/** A theorem: its parameters beside what it says, both sides at the reader's point, its proof, its erratum, its check. */
export function StatementPage({ statement, known, onVerdict }: Props) {
  const { id, parameters } = statement;
  const names = parameters.map(({ name }) => name);
  const fields = useMemo(() => fieldsOf(names), [id]);
  const { values, problems, set } = useFields(fields);
  const texts: Readonly<Record<string, string | null>> = values as never;
  const typed = names.flatMap((name): [string, string][] => (texts[name] === null ? [] : [[name, texts[name]!]]));
  const point = useSides({ id, number: values.point, typed });
  const change = (changed: object) => set(changed as never);
  return (
    <>
      <div class="content lead">
        <StatementPanel statement={statement} />
      </div>
      <div class="view">
        <form class="controls" onSubmit={(event) => event.preventDefault()}>
          <Problems sentences={problems} />
          <PointControls
            parameters={parameters}
            number={values.point}
            typed={typed}
            values={point.values}
            onChange={change}
          />
          <CheckSettings effort={values.effort} seed={values.check} onChange={change} />
        </form>
        <div class="content">
          {point.error !== null && <Failure error={point.error} onRetry={point.retry} />}
          <PointPanel statement={statement} state={point} />
          {statement.erratum !== null && <ErratumPanel id={id} erratum={statement.erratum} />}
          <CheckPanel
            statement={statement}
            effort={values.effort}
            seed={values.check}
            known={known}
            onVerdict={onVerdict}
          />
          <ProofPanel statement={statement} />
          <RelatedLists statement={statement} />
        </div>
      </div>
    </>
  );
}
