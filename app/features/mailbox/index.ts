export { mailboxIsOpen, regionsLoggedFor } from "./access.server";
export { deliveryLog, logViews, resendEmail, type DeliveryLog, type LogView, type Resent } from "./delivery-log.server";
export { calendarOfMessage, mailboxPage, messageToRead, styleOfMessage } from "./messages.server";
