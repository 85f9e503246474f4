// How each process is said in words: for the generated process pages, in the files and in the
// application. Pure, so that the command that draws them needs no database.
import { conditions as recordConditions, happened as recordHappened, labelOf as recordLabel } from "~/features/challenge-record/words";
import { conditions as assignmentConditions, happened as assignmentHappened, labelOf as assignmentLabel } from "~/features/assignment/words";
import { conditions as bookingConditions, happened as bookingHappened, labelOf as bookingLabel } from "~/features/booking/words";
import { conditions as challengerConditions, happened as challengerHappened, labelOf as challengerLabel } from "~/features/challenger-pool/words";
import { conditions as commitmentConditions, happened as commitmentHappened, labelOf as commitmentLabel } from "~/features/commitment/words";
import { happened as cycleHappened, labelOf as cycleLabel } from "~/features/cycle/words";
import { conditions as eventConditions, happened as eventHappened, labelOf as eventLabel } from "~/features/event/words";
import { conditions as seriesConditions, happened as seriesHappened, labelOf as seriesLabel } from "~/features/series/words";
import { conditions as cohortConditions, happened as cohortHappened, labelOf as cohortLabel } from "~/features/programme/words";
import { conditions as evaluationConditions, happened as evaluationHappened, labelOf as evaluationLabel } from "~/features/evaluation/words";
import { conditions as nominationConditions, happened as nominationHappened, labelOf as nominationLabel } from "~/features/nomination/words";
import { conditions as programmeDayConditions, happened as programmeDayHappened, labelOf as programmeDayLabel } from "~/features/programme-day/words";
import { conditions as planConditions, happened as planHappened, labelOf as planLabel, workstreamConditions, workstreamHappened, workstreamLabelOf } from "~/features/plan/words";
import { happened as documentHappened, labelOf as documentLabel } from "~/features/self-assessment/words";
import { conditions as triadConditions, happened as triadHappened, labelOf as triadLabel } from "~/features/triad/words";
import { conditions as recommendationConditions, happened as recommendationHappened, labelOf as recommendationLabel, meetingConditions, meetingHappened, meetingLabelOf } from "~/features/summit/words";
import { conditions as tutoringConditions, happened as tutoringHappened, labelOf as tutoringLabel } from "~/features/tutoring/words";
import { conditions as validationConditions, happened as validationHappened, labelOf as validationLabel } from "~/features/validation/words";
import { conditions as networkConditions, happened as networkHappened, labelOf as networkLabel, membershipHappened, membershipLabelOf } from "~/features/network/words";
import { conditions as awardConditions, happened as awardHappened, labelOf as awardLabel, nominationConditions as awardNominationConditions, nominationHappened as awardNominationHappened, nominationLabelOf as awardNominationLabel } from "~/features/award/words";
import { conditions as visitConditions, happened as visitHappened, labelOf as visitLabel } from "~/features/visit/words";

export interface ProcessWords {
  readonly label: (state: string) => string;
  /** An event in the past, after a name: "signed the declaration". */
  readonly happened: (event: string) => string;
  /** Each condition as it ends the words "only when". */
  readonly conditions: Readonly<Record<string, string>>;
}

const cycle: ProcessWords = {
  label: cycleLabel,
  happened: cycleHappened,
  conditions: {
    datesInOrder: "the dates are in order",
    templateHasQuestions: "the template has a question",
    hasAuthorities: "at least one authority takes part",
    somethingSubmitted: "at least one self-assessment is in",
    nothingOutstanding: "every self-assessment is in or excused",
    hasReason: "a reason is given",
  },
};

const selfAssessment: ProcessWords = {
  label: documentLabel,
  happened: documentHappened,
  conditions: {
    everythingAnswered: "every required question is answered",
    outliersExplained: "every outlier is explained, where the round asks for it",
    noConflictOpen: "no conflict between two versions of an answer is open",
    declarationMade: "the declaration is ticked",
    endorsementRequired: "the round asks for endorsements",
    noEndorsementRequired: "the round asks for no endorsement",
    moreEndorsementsToCome: "another endorsement is still to come",
    endorsedByAll: "every endorsement asked for is given",
    hasReason: "a reason is given",
    hasUpdate: "the update is written",
    moderatedIfNeeded: "the round asks for no moderation",
    hasComments: "there is at least one comment",
  },
};

const challengeRecord: ProcessWords = { label: recordLabel, happened: recordHappened, conditions: recordConditions };
const triad: ProcessWords = { label: triadLabel, happened: triadHappened, conditions: triadConditions };
const recommendation: ProcessWords = { label: recommendationLabel, happened: recommendationHappened, conditions: recommendationConditions };
const directorsMeeting: ProcessWords = { label: meetingLabelOf, happened: meetingHappened, conditions: meetingConditions };
const commitment: ProcessWords = { label: commitmentLabel, happened: commitmentHappened, conditions: commitmentConditions };
const validation: ProcessWords = { label: validationLabel, happened: validationHappened, conditions: validationConditions };
const visit: ProcessWords = { label: visitLabel, happened: visitHappened, conditions: visitConditions };

const assignment: ProcessWords = { label: assignmentLabel, happened: assignmentHappened, conditions: assignmentConditions };

const challenger: ProcessWords = { label: challengerLabel, happened: challengerHappened, conditions: challengerConditions };

const booking: ProcessWords = { label: bookingLabel, happened: bookingHappened, conditions: bookingConditions };
const series: ProcessWords = { label: seriesLabel, happened: seriesHappened, conditions: seriesConditions };
const event: ProcessWords = { label: eventLabel, happened: eventHappened, conditions: eventConditions };

const network: ProcessWords = { label: networkLabel, happened: networkHappened, conditions: networkConditions };
const membership: ProcessWords = { label: membershipLabelOf, happened: membershipHappened, conditions: networkConditions };
const award: ProcessWords = { label: awardLabel, happened: awardHappened, conditions: awardConditions };
const awardNomination: ProcessWords = { label: awardNominationLabel, happened: awardNominationHappened, conditions: awardNominationConditions };

const cohort: ProcessWords = { label: cohortLabel, happened: cohortHappened, conditions: cohortConditions };
const tutoring: ProcessWords = { label: tutoringLabel, happened: tutoringHappened, conditions: tutoringConditions };
const evaluation: ProcessWords = { label: evaluationLabel, happened: evaluationHappened, conditions: evaluationConditions };
const nomination: ProcessWords = { label: nominationLabel, happened: nominationHappened, conditions: nominationConditions };
const programmeDay: ProcessWords = { label: programmeDayLabel, happened: programmeDayHappened, conditions: programmeDayConditions };

const plan: ProcessWords = { label: planLabel, happened: planHappened, conditions: planConditions };
const workstream: ProcessWords = { label: workstreamLabelOf, happened: workstreamHappened, conditions: workstreamConditions };

/** Every process's words, by the machine's name. */
export const processWords: Readonly<Record<string, ProcessWords>> = { assignment, award, "award-nomination": awardNomination, booking, "challenge-record": challengeRecord, challenger, cohort, commitment, cycle, evaluation, "directors-meeting": directorsMeeting, event, membership, network, nomination, plan, "programme-day": programmeDay, recommendation, "self-assessment": selfAssessment, series, triad, tutoring, validation, visit, workstream };
