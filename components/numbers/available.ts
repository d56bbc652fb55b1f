import { fieldsOf, textOf } from "@/lib/fields";
import { callApi } from "@/lib/http/call-api";
import { displayPhone } from "@/lib/phone/draft";

/** A number that can be had. */
export interface Offer {
  /** E.164 */
  phoneNumber: string;
  /** For reading. */
  shown: string;
  /** Where it is at home, as far as that is known. */
  place: string;
  /** What it costs a month, in words; null when that is not known. */
  price: string | null;
}

/** What is searched for. */
export interface Search {
  country: string;
  type: string;
  areaCode: string;
  contains: string;
}

/** Numbers that can be had, or why there are none to show. */
export async function findOffers(
  search: Search,
): Promise<{ offers: Offer[] } | { problem: string }> {
  const given = Object.entries(search).filter(([, value]) => value.trim() !== "");
  const query = new URLSearchParams(given.map(([name, value]) => [name, value.trim()]));
  const answer = await callApi("GET", `/api/numbers/available?${query}`);
  if (!answer.ok) return { problem: answer.error.message };
  const { numbers } = answer.data;
  return { offers: Array.isArray(numbers) ? numbers.flatMap(readOffer) : [] };
}

function readOffer(value: unknown): Offer[] {
  const { phoneNumber, locality, region, monthlyPrice, currency } = fieldsOf(value);
  const number = textOf(phoneNumber);
  if (!number) return [];
  const place = [textOf(locality), textOf(region)].filter(Boolean).join(", ");
  return [
    {
      phoneNumber: number,
      shown: displayPhone(number),
      place,
      price: priceOf(monthlyPrice, currency),
    },
  ];
}

function priceOf(amount: unknown, currency: unknown): string | null {
  const [number, code] = [textOf(amount), textOf(currency)];
  if (!number || !code) return null;
  const price = new Intl.NumberFormat("en", { style: "currency", currency: code });
  return `${price.format(Number(number))} a month`;
}
