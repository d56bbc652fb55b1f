import type { Offer } from "@/components/numbers/available";
import { Button } from "@/components/ui/button";

interface OfferListProps {
  offers: readonly Offer[];
  onChoose: (offer: Offer) => void;
}

/** Numbers that can be had. */
export function OfferList({ offers, onChoose }: OfferListProps) {
  return (
    <>
      <p role="status" className="px-3 pb-2 text-sm text-ink-soft">
        {offers.length === 0
          ? "There is no such number. Try less in the area code or the digits, or another type."
          : `${offers.length} ${offers.length === 1 ? "number" : "numbers"} found`}
      </p>
      <ul className="flex flex-col">
        {offers.map((offer) => (
          <li
            key={offer.phoneNumber}
            className="flex items-center justify-between gap-3 rounded-2xl px-3 py-1.5"
          >
            <span className="min-w-0">
              <span className="block font-semibold tabular-nums">{offer.shown}</span>
              <span className="block truncate text-sm text-ink-soft">
                {[offer.place, offer.price].filter(Boolean).join(" · ")}
              </span>
            </span>
            <Button
              look="outline"
              aria-label={`Choose ${offer.shown}`}
              onClick={() => onChoose(offer)}
            >
              Choose
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
