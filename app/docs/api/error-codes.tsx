import { errorMeanings } from "@/lib/api/error-meanings";
import { errorStatus } from "@/lib/api/errors";

const statuses = new Map(Object.entries(errorStatus));

/** Every code of the closed list, with its HTTP status and what helps. */
export function ErrorCodes() {
  return (
    <section
      aria-labelledby="error-codes"
      className="rounded-card bg-surface p-6 shadow-lift sm:p-8"
    >
      <h2 id="error-codes" className="scroll-mt-6 font-bold text-xl">
        Error codes
      </h2>
      <dl className="mt-3 divide-y divide-line text-sm">
        {Object.entries(errorMeanings).map(([code, meaning]) => (
          <div key={code} className="grid gap-x-6 gap-y-1 py-2 sm:grid-cols-[minmax(0,2fr)_3fr]">
            <dt>
              <code className="font-semibold">{code}</code>
              <span className="ml-2 text-ink-soft">{statuses.get(code)}</span>
            </dt>
            <dd className="text-ink-soft">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
