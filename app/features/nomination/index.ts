// One person's way to a place on a programme. Every verb ends in fire().
export { visibleTo } from "./access.server";
export { lockCohort, moving, settleReserves, type CohortRow } from "./acting.server";
export { linkFor, managerBy } from "./link.server";
export { LINK_DAYS, nominate, nominateTeam, replaceBy, type Nominee, type ToNominate } from "./nominating.server";
export { approvalOf, fillOf, nominationPage, nominationsFor, nominationsOf, type Fill, type ListedNomination, type MyNomination, type NominationPage } from "./queries.server";
export { completeAll, coordinates, draftDecisions, noteAssignments, releaseDecisions, releaseReserves, rulesMet, standsInTheWay, type Drafted, type RuleMet } from "./selecting.server";
export { accept, approve, decline, defer, endorse, endorseReplacement, extendOffer, refuseAsManager, refuseAsSponsor, resendLink, resume, withdraw } from "./stepping.server";
export { draftLabels, drafts, labelOf, refusalWords, serviceLabels, services, stateLabels, type Draft, type Service, type State } from "./words";
export { nominationProcess } from "./workflow.server";
