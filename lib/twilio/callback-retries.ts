/**
 * Ends an address that Twilio is given: three retries when the app cannot be reached, is too slow,
 * or fails. Twilio drops the fragment before it signs and sends.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export const callbackRetries = "#rc=3&rp=ct,rt,5xx";
