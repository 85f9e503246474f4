import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the person who no longer holds a post, and to the coordinator. */
export const leftPost = defineEmail({
  about: { post: fact.words, person: fact.words, lastDay: fact.day },
  what: (letter) => byRole(letter, { coordinator: `${letter.about.person ?? "Somebody"} has left a post`, others: "You have handed over" }),
  whose: (letter) => letter.about.post ?? letter.subject,
  deadline: "settled",
  preview: (letter) => byRole(letter, { coordinator: "See whether somebody else holds it.", others: "What waited for you in this post no longer does." }),
  heading: (letter) => byRole(letter, { coordinator: `${letter.about.person ?? "Somebody"} no longer holds a post`, others: "You no longer hold this post" }),
  Body: ({ letter }) => (
    <>
      <P>
        The post: {letter.about.post ?? letter.title}.{letter.about.lastDay ? ` The last day: ${sayDay(letter.about.lastDay, letter.when)}.` : ""}
      </P>
      {byRole(letter, {
        coordinator: <P>What waited for them now waits for the next holder. If there is none, you are told of each email that has nobody to go to.</P>,
        others: <P>Obligations belong to the post, so they pass to whoever holds it next. If this is a mistake, tell your coordinator.</P>,
      })}
    </>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "See who holds it" }, others: { label: "See what is still yours", path: "/tasks" } }),
  next: (letter) => byRole(letter, { coordinator: "Name the next holder as soon as you know.", others: "You are no longer emailed for this post." }),
  why: (letter) => byRole(letter, { coordinator: `You are told as SLI coordinator, ${letter.region}.`, others: "You are told because it is your post." }),
  example: {
    ...kent({ role: "person", title: "Director of children's services, Kent", subject: "Director of children's services, Kent", path: "/people", due: null, by: "Priya Nair, SLI coordinator, South East" }),
    about: { post: "Director of children's services, Kent", person: "Amara Okafor", lastDay: "2026-11-23" },
  },
});
