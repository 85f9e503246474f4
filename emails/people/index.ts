import { joinedPost } from "./joined-post";
import { leftPost } from "./left-post";

export const peopleEmails = {
  "people/joined-post": joinedPost,
  "people/left-post": leftPost,
} as const;
