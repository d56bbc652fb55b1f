import type { CallFigures } from "@/lib/calls/call-figures";
import { ofAll, percent, talkWords } from "@/lib/calls/history/figure-words";
import { durationWords } from "@/lib/time/duration";

interface TotalsProps {
  figures: Pick<CallFigures, "totals" | "answerRate">;
}

/** The few numbers that matter most. */
export function Totals({ figures: { totals, answerRate } }: TotalsProps) {
  const taken = ofAll(totals.answered, totals.incoming);
  const reached = ofAll(totals.reached, totals.outgoing);
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
      <Figure name="Calls" value={String(totals.calls)}>
        {totals.incoming} in, {totals.outgoing} out
      </Figure>
      <Figure name="Talked" value={talkWords(totals.talkSeconds)}>
        {totals.answered + totals.reached > 0
          ? `${durationWords(totals.talkSeconds / (totals.answered + totals.reached))} a call`
          : "Nobody yet"}
      </Figure>
      <Figure name="Answer rate" value={answerRate === null ? "–" : percent(answerRate)}>
        {[taken && `You took ${taken}`, reached && `reached ${reached}`]
          .filter(Boolean)
          .join(", ") || "No calls"}
      </Figure>
      <Figure name="Missed" value={String(totals.missed)}>
        {totals.declined > 0 ? `${totals.declined} declined` : "None declined"}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  name: string;
  value: string;
  children: React.ReactNode;
}

function Figure({ name, value, children }: FigureProps) {
  return (
    <div className="flex flex-col rounded-card bg-surface p-4 shadow-lift">
      <dt className="text-sm font-semibold text-ink-soft">{name}</dt>
      <dd className="font-display text-3xl font-extrabold tracking-tight">{value}</dd>
      <dd className="text-sm text-ink-soft">{children}</dd>
    </div>
  );
}
