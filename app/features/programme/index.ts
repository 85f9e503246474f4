// Leadership programmes and their cohorts. Every verb ends in fire().
export { visibleTo } from "./access.server";
export { dashboardCsv, dashboardOf, responseCsv, type Dashboard } from "./dashboard.server";
export { addTutor, changeCohort, changeForm, changeProgramme, copyCohort, makeProgramme, planCohort, type CohortDetails, type ProgrammeDetails, type Quota } from "./planning.server";
export { cohortPage, cohortPeople, cohortReport, programmePage, programmesFor, type CohortPage, type CohortReport, type ProgrammePage } from "./queries.server";
export { ownPeople, ownPeopleCsv, type OwnPeople } from "./sponsor.server";
export { askWhatChanged, beginProgramme, cancelCohort, closeFollowUp, closeNominations, completeProgramme, extendNominations, openNominations, releaseAll, repeatInvitation } from "./stepping.server";
export { labelOf, refusalWords, stateLabels, type State } from "./words";
export { cohortProcess } from "./workflow.server";
