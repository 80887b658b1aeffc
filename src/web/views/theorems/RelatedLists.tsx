import { linkTo } from "./links.js";
import type { Reference, Statement } from "./statement.js";

interface Props {
  readonly statement: Pick<Statement, "uses" | "usedBy">;
}

function Links({ title, to }: { readonly title: string; readonly to: readonly Reference[] }) {
  if (to.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {to.map(({ id, title }) => (
          <li key={id}>
            <a href={linkTo(id)}>{title}</a> <code>{id}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the theorem rests on, and what rests on it. */
export function RelatedLists({ statement: { uses, usedBy } }: Props) {
  return (
    <>
      <Links title="Uses" to={uses} />
      <Links title="Used by" to={usedBy} />
    </>
  );
}
