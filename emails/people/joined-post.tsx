import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the person who now holds a post, and to the coordinator. */
export const joinedPost = defineEmail({
  about: { post: fact.words, person: fact.words, firstDay: fact.day, waiting: fact.count },
  what: (letter) => byRole(letter, { coordinator: `${letter.about.person ?? "Somebody"} has taken up a post`, others: "Welcome, you now hold" }),
  whose: (letter) => letter.about.post ?? letter.subject,
  deadline: "settled",
  preview: (letter) => byRole(letter, { coordinator: "They see what waits for the post.", others: "See what waits for you." }),
  heading: (letter) => byRole(letter, { coordinator: `${letter.about.person ?? "Somebody"} now holds a post`, others: "Welcome to Candour" }),
  Body: ({ letter }) => (
    <>
      {byRole(letter, {
        coordinator: <P>The post: {letter.about.post ?? letter.title}. They see everything that waits for it, and the emails go to them from now on.</P>,
        others: (
          <>
            <P>You now hold this post: {letter.about.post ?? letter.title}. Candour is where your region's authorities assess themselves, challenge each other and follow up what they agree.</P>
            <P>There is no password: sign in with this email address, and a code is sent to you.</P>
          </>
        ),
      })}
      {letter.about.waiting ? <P>{sentence(count(letter.about.waiting, "thing waits", "things wait"))} for the holder of this post.</P> : null}
    </>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "See who holds it" }, others: { label: "See what waits for you", path: "/tasks" } }),
  next: (letter) => byRole(letter, { coordinator: null, others: "You are emailed when something waits for you, and before it is due." }),
  why: (letter) => byRole(letter, { coordinator: `You are told as SLI coordinator, ${letter.region}.`, others: "You are told because it is your post." }),
  example: {
    ...kent({ role: "person", recipient: { name: "Samuel Price" }, title: "Director of children's services, Kent", subject: "Director of children's services, Kent", path: "/people", due: null, by: "Priya Nair, SLI coordinator, South East" }),
    about: { post: "Director of children's services, Kent", person: "Samuel Price", firstDay: "2026-11-24", waiting: 2 },
  },
});
