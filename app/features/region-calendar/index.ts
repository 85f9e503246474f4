// The region's dates from all its processes: as a page, as somebody's own feed, and as warnings for whoever plans.
export { clashesOn, datesFor, type RegionDate } from "./dates.server";
export { calendarOf, feedOf, feedSince, makeFeed, revokeFeed } from "./feed.server";
