import { render } from "preact";
import { followBrowser } from "./address/location.js";
import { App } from "./app/App.js";
import { followScheme } from "./app/scheme.js";

followBrowser();
followScheme();
render(<App />, document.getElementById("explorer")!);
