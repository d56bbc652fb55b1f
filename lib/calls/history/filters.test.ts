import { expect, test } from "vitest";
import { noFilters, pathOf, readFilters, wantedBy } from "@/lib/calls/history/filters";

const ben = "00000000-0000-4000-8000-000000000102";
const read = (query: string) => readFilters(new URLSearchParams(query));

test.each([
  { ...noFilters },
  { ...noFilters, show: "missed" as const, q: "ines & ben" },
  { ...noFilters, show: "video" as const, person: ben },
  { ...noFilters, group: ben },
])("the address keeps %j", (filters) => {
  expect(read(pathOf(filters).split("?")[1] ?? "")).toEqual(filters);
});

test("what makes no sense in the address is not there", () => {
  expect(read("show=fax&person=7&group=../x")).toEqual(noFilters);
  expect(read(`person=${ben}&group=${ben}`)).toEqual({ ...noFilters, person: ben });
});

test("the API is asked in its own words", () => {
  expect(wantedBy({ ...noFilters, show: "missed", q: "  " })).toEqual({ status: "missed" });
  expect(wantedBy({ ...noFilters, show: "phone", q: " Ben " })).toEqual({
    kind: "phone",
    q: "Ben",
  });
  expect(wantedBy({ ...noFilters, show: "group" })).toEqual({ group: "any" });
  expect(wantedBy({ ...noFilters, show: "voice", person: ben })).toEqual({
    ...{ kind: "voice", person: ben },
  });
});
