export { authoritiesByRegion, authorityPage, type AuthorityPage, type InspectionShown } from "./queries.server";
