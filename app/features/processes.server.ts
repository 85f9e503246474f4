// Every feature that has a process tells the engine of it: one line each. Imported once by whatever
// starts: the web, the worker, the seed and the tests.
import { challengeRecordProcess } from "~/features/challenge-record/workflow.server";
import { assignmentProcess } from "~/features/assignment/workflow.server";
import { bookingProcess } from "~/features/booking/workflow.server";
import { challengerProcess } from "~/features/challenger-pool/workflow.server";
import { commitmentProcess } from "~/features/commitment/workflow.server";
import { cycleProcess } from "~/features/cycle/workflow.server";
import { eventProcess } from "~/features/event/workflow.server";
import { seriesProcess } from "~/features/series/workflow.server";
import { selfAssessmentProcess } from "~/features/self-assessment/workflow.server";
import { meetingProcess, recommendationProcess } from "~/features/summit/workflow.server";
import { triadProcess } from "~/features/triad/workflow.server";
import { validationProcess } from "~/features/validation/workflow.server";
import { visitProcess } from "~/features/visit/workflow.server";
import { cohortProcess } from "~/features/programme/workflow.server";
import { evaluationProcess } from "~/features/evaluation/workflow.server";
import { nominationProcess } from "~/features/nomination/workflow.server";
import { programmeDayProcess } from "~/features/programme-day/workflow.server";
import { registerProcess } from "~/workflow/process.server";

registerProcess(challengeRecordProcess);
registerProcess(assignmentProcess);
registerProcess(bookingProcess);
registerProcess(challengerProcess);
registerProcess(commitmentProcess);
registerProcess(cycleProcess);
registerProcess(eventProcess);
registerProcess(selfAssessmentProcess);
registerProcess(seriesProcess);
registerProcess(meetingProcess);
registerProcess(recommendationProcess);
registerProcess(triadProcess);
registerProcess(validationProcess);
registerProcess(visitProcess);
registerProcess(cohortProcess);
registerProcess(evaluationProcess);
registerProcess(nominationProcess);
registerProcess(programmeDayProcess);
