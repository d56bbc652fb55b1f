import type { Search } from "@/components/numbers/available";
import type { CountryChoice } from "@/components/numbers/types";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

interface SearchFieldsProps {
  search: Search;
  onChange: (search: Search) => void;
  countries: readonly CountryChoice[];
}

const types = [
  { value: "local", words: "Local" },
  { value: "mobile", words: "Mobile" },
  { value: "tollFree", words: "Toll free" },
];

/** What kind of number is wanted, and what is to be in it. */
export function SearchFields({ search, onChange, countries }: SearchFieldsProps) {
  const set = (field: keyof Search) => (value: string) => onChange({ ...search, [field]: value });
  return (
    <div className="grid grid-cols-[7fr_5fr] gap-3">
      <SelectField
        label="Country"
        value={search.country}
        onChange={set("country")}
        choices={countries.map(({ code, name }) => ({ value: code, words: name }))}
      />
      <SelectField label="Type" value={search.type} onChange={set("type")} choices={types} />
      <TextField
        label="Area code"
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        value={search.areaCode}
        onChange={(event) => set("areaCode")(event.target.value.replace(/\D/g, ""))}
      />
      <TextField
        label="Contains"
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={10}
        placeholder="LOVE"
        value={search.contains}
        onChange={(event) => set("contains")(event.target.value.replace(/[^0-9A-Za-z*]/g, ""))}
      />
    </div>
  );
}
