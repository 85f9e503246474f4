export * from "./rules";
export type { CycleMade, CycleRefusal, CycleSaved, CycleVerbs, NewCycle, Press, Reminded, RemindResult } from "./acts";
