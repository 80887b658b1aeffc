/** The worker that computes: the page itself draws and listens only. */
import { serveTasks } from "./serveTasks.js";
import { extras, tasks } from "./tasks.js";

serveTasks(self as never, tasks, extras);
