import { z } from "zod";
import { emailAddress, optional, required } from "~/ui/fields";
import { services } from "./words";

export const nomineeFields = {
  name: required("Enter the person’s name", 120),
  email: emailAddress("Enter the person’s email address"),
  jobTitle: required("Enter what their job is", 120),
  managerName: required("Enter the line manager’s name", 120),
  managerEmail: emailAddress("Enter the line manager’s email address"),
  statement: required("Write what the person hopes to gain and to give", 3000),
};

/** A nomination as it is typed. */
export const nominationForm = z.object({
  ...nomineeFields,
  authorityId: required("Choose the authority", 60),
  service: z.enum(services, { error: "Choose the service" }),
  team: optional("The team", 80),
});

export const replacementForm = z.object({ ...nomineeFields, reason: required("Say why the person cannot come", 1000) });

export const reasonField = required("Give a reason", 1000);
