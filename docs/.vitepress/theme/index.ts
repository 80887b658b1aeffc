import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import ExplorerLink from "./ExplorerLink.vue";
import FilteredTable from "./FilteredTable.vue";
import LiveRate from "./LiveRate.vue";
import TexOnSight from "./TexOnSight.vue";
import TexSteps from "./TexSteps.vue";
import "katex/dist/katex.min.css";
import "./style.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("ExplorerLink", ExplorerLink);
    app.component("FilteredTable", FilteredTable);
    app.component("LiveRate", LiveRate);
    app.component("TexOnSight", TexOnSight);
    app.component("TexSteps", TexSteps);
  },
} satisfies Theme;
