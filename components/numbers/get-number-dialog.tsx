"use client";

import { useId, useState } from "react";
import { findOffers, type Offer, type Search } from "@/components/numbers/available";
import { BuyDialog } from "@/components/numbers/buy-dialog";
import { OfferList } from "@/components/numbers/offer-list";
import { SearchFields } from "@/components/numbers/search-fields";
import type { CountryChoice } from "@/components/numbers/types";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

interface GetNumberDialogProps {
  onClose: () => void;
  countries: readonly CountryChoice[];
  /** ISO code of the country that is searched at first. */
  country: string;
}

/** Searches numbers, and gets the one that is chosen. */
export function GetNumberDialog({ onClose, countries, country }: GetNumberDialogProps) {
  const [search, setSearch] = useState<Search>({
    country,
    type: "local",
    areaCode: "",
    contains: "",
  });
  const [offers, setOffers] = useState<Offer[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<Offer | null>(null);
  const formId = useId();

  async function find(event?: React.FormEvent) {
    event?.preventDefault();
    if (busy) return;
    setBusy(true);
    const found = await findOffers(search);
    setBusy(false);
    setProblem("problem" in found ? found.problem : null);
    if ("offers" in found) setOffers(found.offers);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Get a number"
      description="People can call it from any phone. They never see your own."
      footer={
        <Button type="submit" form={formId} busy={busy} className="w-full">
          Search
        </Button>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => void find(event)}
        className="px-3 pt-1 pb-4"
      >
        <SearchFields search={search} onChange={setSearch} countries={countries} />
      </form>
      {problem ? (
        <p role="alert" className="px-3 pb-3 font-medium text-danger">
          {problem}
        </p>
      ) : null}
      {offers ? <OfferList offers={offers} onChoose={setChosen} /> : null}
      {chosen ? (
        <BuyDialog
          offer={chosen}
          onCancel={() => setChosen(null)}
          onDone={onClose}
          onTaken={() => {
            setChosen(null);
            void find();
          }}
        />
      ) : null}
    </Dialog>
  );
}
