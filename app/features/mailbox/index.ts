export { mailboxIsOpen, regionsLoggedFor } from "./access.server";
export { deliveryLog, resendEmail, type DeliveryLog, type Resent } from "./delivery-log.server";
export { calendarOfMessage, mailboxPage, messageToRead, styleOfMessage } from "./messages.server";
