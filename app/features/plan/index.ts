// What the routes, the seed and the tests may use of plans and their workstreams. Every step ends in fire().
export { visibleTo } from "./access.server";
export { addAction, addPriority, addWorkstream, draftPlan, removeAction, removePriority, removeWorkstream, saveDetails, type Edit } from "./drafting.server";
export { answerComment, beginPlan, closeConsultation, decidePlan, makeComment, openConsultation, putOnAgenda, reviewPlan, takeOffAgenda, withdrawPlan, type Act } from "./running.server";
export { askForUpdate, giveUpdate, type Update } from "./updating.server";
export { planProcess, workstreamProcess } from "./workflow.server";
export { labelOf, refusalWords, stateLabels, statuses, statusLabels, type State, type Status } from "./words";
