// What other features, the seed and the routes may use of action plans, progress and the region's themes.
export { answerArea, submitPlan, agreePlan, returnPlan, planOf, type AreaSaved, type PlanShown } from "./plan.server";
export { updateProgress, type ProgressItem } from "./progress.server";
export { openReview, recordReview, extendReview, reviewOf, type ReviewItem } from "./review.server";
