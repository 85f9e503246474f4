// What other features, the seed and the routes may use of people, posts and who holds them.
export { directorAppoints, expectedPosts, factsOf, isPostKind, labelOf, POST_KINDS, postKinds, rankOf, type PostKind, type PostKindFacts } from "./posts";
export { addPerson, changePerson, personLeft, personReturned, type PersonFacts } from "./people.server";
export { appoint, createPost, endHolding, type Appointment, type NewPost } from "./holdings.server";
export { refusalWords, type Registered, type RegisterRefusal } from "./refusals";
export { personWithEmail } from "./queries.server";
export { noteRegionChange } from "./changes.server";
