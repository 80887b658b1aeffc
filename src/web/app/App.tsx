import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { go, here } from "../address/location.js";
import { longEngine, quickEngine } from "../engine/engines.js";
import { Failure } from "../show/Failure.js";
import { type View, views } from "../views/views.js";
import { Guard } from "./Guard.js";
import { Navigation } from "./Navigation.js";
import { whenIdle } from "./whenIdle.js";

/** The view of an address: its first part names it, the rest is the view's own. */
export const viewOf = (address: string): View => views.find(({ id }) => id === address.split("/")[0]) ?? views[0]!;

type Loaded = { readonly view: View; readonly Content: ComponentType | null; readonly error: Error | null };

function useView(view: View): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ view, Content: null, error: null });
  useEffect(() => {
    let current = true;
    view.load().then(
      (Content) => current && setLoaded({ view, Content, error: null }),
      (error) => current && setLoaded({ view, Content: null, error }),
    );
    return () => {
      current = false;
    };
  }, [view]);
  return loaded.view === view ? loaded : { view, Content: null, error: null };
}

/** Everything else is fetched while the reader looks at the first view: from then on nothing is. */
function loadTheRest(): void {
  for (const { load } of views) void load();
  quickEngine.prepare();
  longEngine.prepare();
}

export function App() {
  const view = viewOf(here.value.view);
  const { Content, error } = useView(view);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);

  useEffect(() => {
    document.title = `${view.name} · Theoria explorer`;
    // a reader who does not see the page learns that another view is there
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [view]);
  useEffect(() => whenIdle(loadTheRest), []);

  return (
    <>
      <button type="button" class="skip" onClick={() => heading.current?.focus()}>
        Skip to the content
      </button>
      <Navigation views={views} current={view} onGo={(id) => go({ view: id, fields: new Map() })} />
      <main id="content">
        <header class="purpose">
          <h1 ref={heading} tabIndex={-1}>
            {view.name}
          </h1>
          <p>{view.purpose}</p>
        </header>
        {error !== null && <Failure error={error} />}
        {Content === null && error === null && <p class="waiting">Loading …</p>}
        {Content !== null && (
          <Guard key={view.id}>
            <Content />
          </Guard>
        )}
      </main>
      <footer class="foot">
        Theoria computes in this page: nothing you type leaves your browser. The address of the page is the state of the
        view.
      </footer>
    </>
  );
}
