// What the worker does for features, beside the engine's own tasks: one line each.
import { arrangementTasks } from "~/features/arrangement";
import type { TaskList } from "~/platform/jobs.server";

export const featureTasks: TaskList = { ...arrangementTasks };
