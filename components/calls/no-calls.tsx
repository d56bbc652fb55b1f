import Link from "next/link";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { type CallFilters, noFilters, type Show } from "@/lib/calls/history/filters";

const titles: Record<Show, string> = {
  all: "No calls yet",
  missed: "You missed no calls",
  voice: "No voice calls",
  video: "No video calls",
  phone: "No phone calls",
  group: "No calls in groups",
};

interface NoCallsProps {
  filters: CallFilters;
  onReset: (filters: CallFilters) => void;
}

/** In place of an empty list: what would be here, or the way out of the filters. */
export function NoCalls({ filters, onReset }: NoCallsProps) {
  const { show, q, person, group } = filters;
  if (q || person || group || show !== "all") {
    const all = { ...filters, q: "", show: "all" as const };
    const filtered = q !== "" || show !== "all";
    return (
      <EmptyState
        title={q ? `Nobody called “${q}”` : titles[show]}
        action={
          <Button look="quiet" onClick={() => onReset(filtered ? all : noFilters)}>
            Show all calls
          </Button>
        }
      >
        <p>{q ? "Search for a first name, a group or a number that you dialled." : null}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={titles.all}
      action={
        <Link href="/matches" className={buttonClass("primary")}>
          Your matches
        </Link>
      }
    >
      <p>Voice, video and phone calls are listed here, with who called and how long it was.</p>
    </EmptyState>
  );
}
