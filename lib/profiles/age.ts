/** Years before which nobody may use Duet. */
const adultAge = 18;

/**
 * Completed years of life.
 *
 * @param birth - a calendar date like 1996-03-02
 * @param today - likewise
 * @returns null when either is no calendar date
 */
export function ageOn(birth: string, today: string): number | null {
  const [bornYear, bornDay] = split(birth);
  const [year, day] = split(today);
  if (bornYear === null || year === null) return null;
  return year - bornYear - (day < bornDay ? 1 : 0);
}

/** What is wrong with a birth date, in words; null when nothing is. */
export function birthDateProblem(birth: string, today: string): string | null {
  const age = ageOn(birth, today);
  if (age === null || age < 0 || age > 120)
    return "Enter your date of birth, with all four digits of the year.";
  if (age < adultAge) return "You must be 18 or over to use Duet.";
  return null;
}

function split(date: string): [number | null, string] {
  const valid = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
  return valid ? [Number(date.slice(0, 4)), date.slice(5)] : [null, ""];
}
