import { TwilioError } from "../errors.ts";
import { everything, type NumberOffer, type Numbers } from "../numbers/numbers.ts";
import { offerOf, stock } from "../numbers/stock.ts";
import { isDialable } from "./numbers.ts";

/**
 * Numbers that answer in a fixed way on any account.
 * @see https://www.twilio.com/docs/iam/test-credentials#test-purchase-a-number
 */
const magic = { unavailable: "+15005550000", invalid: "+15005550001", valid: "+15005550006" };

/** Whether a purchase is to succeed without buying anything, as with Twilio's test credentials. */
export function isPretended(form: URLSearchParams): boolean {
  return form.get("PhoneNumber") === magic.valid;
}

/**
 * The number that a purchase asks for, by itself or by area code.
 * @throws TwilioError 21421 for what is no number, 21422 for one that cannot be had, 21451 and
 * 21452 for an area code that is none or has nothing
 */
export function chooseNumber(form: URLSearchParams, owned: Pick<Numbers, "get">): NumberOffer {
  const phoneNumber = form.get("PhoneNumber");
  if (!phoneNumber) return chooseFrom(form.get("AreaCode"), owned);
  if (!isDialable(phoneNumber) || phoneNumber === magic.invalid) {
    throw new TwilioError(400, 21421, `${phoneNumber} is not a valid number`);
  }
  if (isPretended(form)) return { phoneNumber, capabilities: everything };
  const offer = owned.get(phoneNumber) ? undefined : offerOf(phoneNumber);
  if (!offer || phoneNumber === magic.unavailable) {
    throw new TwilioError(400, 21422, `${phoneNumber} is not available.`);
  }
  return offer;
}

function chooseFrom(areaCode: string | null, owned: Pick<Numbers, "get">): NumberOffer {
  if (!areaCode) {
    throw new TwilioError(400, 21421, "PhoneNumber or AreaCode is required.");
  }
  if (!/^[2-9]\d\d$/.test(areaCode)) {
    throw new TwilioError(400, 21451, `Invalid area code: ${areaCode}`);
  }
  for (const country of ["US", "CA"]) {
    for (const offer of stock(country, "Local", areaCode)) {
      if (!owned.get(offer.phoneNumber)) return offer;
    }
  }
  throw new TwilioError(400, 21452, `No phone numbers found in area code ${areaCode}`);
}
