import { formulaLines } from "../../../render/lines.js";
import { ExportBar } from "../../export/ExportBar.js";
import { Formula } from "../../show/Formula.js";
import type { Statement } from "./statement.js";
import { statementTex } from "./statementTex.js";
import { Unfold } from "./Unfold.js";

interface Props {
  readonly statement: Statement;
}

/** What the theorem says: the claim, what it assumes, what its symbols are. */
export function StatementPanel({ statement }: Props) {
  const { id, areaTitle, kind, title, claim, assumptions, notation, parameters, source } = statement;
  return (
    <section aria-labelledby="statement">
      <h2 id="statement">{title}</h2>
      <p class="remark">
        <code>{id}</code>: {kind}, {areaTitle}. Source: {source}.
      </p>
      <Formula tex={claim.tex} display />
      <Unfold summary="As text" content={() => <pre>{formulaLines(claim.text).join("\n")}</pre>} />
      {assumptions.length > 0 && (
        <>
          <h3>Assuming</h3>
          <ul class="formulas">
            {assumptions.map((tex) => (
              <li key={tex}>
                <Formula tex={tex} display />
              </li>
            ))}
          </ul>
        </>
      )}
      {(parameters.length > 0 || notation.length > 0) && (
        <>
          <h3>Where</h3>
          <dl class="symbols">
            {parameters.map(({ name, tex, control }) => (
              <div key={name}>
                <dt>
                  <Formula tex={tex} />
                </dt>
                <dd>
                  {control.doc}; {control.domain}
                </dd>
              </div>
            ))}
            {notation.map(([tex, meaning]) => (
              <div key={tex}>
                <dt>
                  <Formula tex={tex} />
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <ExportBar name={fileName(id)} plots={[]} data={statement} tex={statementTex(statement)} />
    </section>
  );
}

/** "theoria-batchnorm-theorem-8". */
export const fileName = (id: string): string => `theoria-${id.replace("/", "-")}`;
