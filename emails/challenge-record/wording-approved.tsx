import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To the coordinator, and the host as a record, when the host lets the region use some words of a theme. */
export const wordingApproved = defineEmail({
  about: {},
  what: () => "Words for a theme approved",
  due: () => null,
  deadline: "settled",
  preview: () => "They can be read among the region’s themes, without the authority’s name.",
  heading: (letter) => `${sayName(letter)} approved words for the region’s themes`,
  Body: () => <P>They can be read among the region’s themes without the authority’s name. The host can take them back.</P>,
  button: () => ({ label: "See where it stands" }),
  next: () => null,
  example: { ...kentRecord({ recipient: { name: "Priya Nair" }, role: "coordinator", by: "Amara Okafor, director of children's services, Kent" }), about: {} },
});
