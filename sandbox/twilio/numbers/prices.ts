import type { NumberType } from "./fiction.ts";
import { typesOf } from "./stock.ts";

/** US dollars a month. */
const usual: Record<NumberType, string> = { Local: "1.15", Mobile: "1.15", TollFree: "2.15" };

const dearer: Readonly<Record<string, Partial<Record<NumberType, string>>>> = {
  IE: { Local: "1.50" },
  AU: { Local: "3.00", Mobile: "6.50", TollFree: "16.00" },
  FR: { Mobile: "15.00" },
  DE: { Mobile: "15.00" },
  NZ: { Local: "3.15", TollFree: "25.00" },
  ES: { TollFree: "25.00" },
  NL: { Mobile: "6.00" },
};

const nameOf: Record<NumberType, string> = {
  Local: "local",
  Mobile: "mobile",
  TollFree: "toll free",
};

/** What each kind of number costs a month, in the Pricing API's words: plausible, not real. */
export function monthlyPrices(country: string): { numberType: string; price: string }[] {
  return typesOf(country).map((type) => ({
    numberType: nameOf[type],
    price: dearer[country]?.[type] ?? usual[type],
  }));
}
