export { authoritiesByRegion, authoritiesOf, authorityPage, type AuthorityPage, type InspectionShown } from "./queries.server";
