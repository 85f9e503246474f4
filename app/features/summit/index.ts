// What other features, the seed and the routes may use of summits, recommendations and directors' meetings. Every verb ends in fire().
export { coordinatesIn, followsIn, holds, meetingsVisibleTo, recommendsIn, regionParties, visibleTo } from "./access.server";
export { addAgendaItem, removeAgendaItem } from "./agenda.server";
export { cancelMeeting, closeMeeting, moveMeeting, planMeeting, resendAgenda, sendAgenda, type MeetingAct } from "./meeting.server";
export { addToAgenda, completeAction, decide, draftRecommendation, enterPlan, proposeRecommendation, removeFromAgenda, withdrawRecommendation, type Act, type Deciding } from "./recommending.server";
export { addPaper, removePaper } from "./papers.server";
export { choicesFor, postWords } from "./queries.server";
export { meetingProcess, recommendationProcess } from "./workflow.server";
export { labelOf, refusalWords, stateLabels, type State } from "./words";
