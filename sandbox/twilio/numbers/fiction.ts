/** Kinds of numbers, as Twilio's paths name them. */
export type NumberType = "Local" | "Mobile" | "TollFree";

/** From the first to the last E.164 number, and where they are at home. */
export type Range = readonly [first: string, last: string, locality?: string];

/**
 * What regulators keep free for films and books, so that nobody's real number is ever offered. A
 * country whose regulator keeps none is served with nothing in stock.
 * Sources: Ofcom, "Telephone numbers for use in TV and radio drama programmes"; ACMA, "Phone
 * numbers for use in TV shows, films and creative works"; ComReg, 020 91X XXXX of the Numbering
 * Conditions; ARCEP, décision 2018-0881; Bundesnetzagentur, Mitteilung 148/2021.
 */
export const fiction: Readonly<Record<string, Partial<Record<NumberType, readonly Range[]>>>> = {
  GB: {
    Local: [
      ["+442079460000", "+442079460999", "London"],
      ["+441614960000", "+441614960999", "Manchester"],
      ["+441314960000", "+441314960999", "Edinburgh"],
      ["+442920180000", "+442920180999", "Cardiff"],
      ["+442896496000", "+442896496999", "Belfast"],
    ],
    Mobile: [["+447700900000", "+447700900999"]],
    TollFree: [["+448081570000", "+448081570999"]],
  },
  IE: { Local: [["+353209100000", "+353209100999"]] },
  AU: {
    Local: [
      ["+61255500000", "+61255500999", "Sydney"],
      ["+61355500000", "+61355500999", "Melbourne"],
      ["+61755500000", "+61755500999", "Brisbane"],
      ["+61855500000", "+61855500999", "Perth"],
    ],
    Mobile: [["+61491570156", "+61491570159"]],
    TollFree: [["+611800975707", "+611800975711"]],
  },
  FR: {
    Local: [
      ["+33199000000", "+33199000999", "Paris"],
      ["+33261910000", "+33261910999", "Nantes"],
      ["+33353010000", "+33353010999", "Strasbourg"],
      ["+33465710000", "+33465710999", "Lyon"],
      ["+33536490000", "+33536490999", "Bordeaux"],
    ],
    Mobile: [["+33639980000", "+33639980999"]],
  },
  DE: {
    Local: [
      ["+493023125000", "+493023125999", "Berlin"],
      ["+496990009000", "+496990009999", "Frankfurt"],
      ["+494066969000", "+494066969999", "Hamburg"],
      ["+492214710000", "+492214710999", "Köln"],
      ["+498999998000", "+498999998999", "München"],
    ],
    Mobile: [["+491713920000", "+491713920099"]],
  },
  NZ: { Local: [], TollFree: [] },
  ES: { Local: [], TollFree: [] },
  NL: { Local: [], Mobile: [] },
};
