export { doneBy, tasksOf, waitingForOthers, type Done, type RoundPanel, type Tasks, type Waiting } from "./queries.server";
