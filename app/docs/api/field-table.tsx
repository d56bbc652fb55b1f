import type { Field } from "@/app/docs/api/operations";

/** Names, types and meanings of the fields that go in or come out. */
export function FieldTable({ title, fields }: { title: string; fields: Field[] }) {
  if (fields.length === 0) return null;
  return (
    <div className="mt-5">
      <h3 className="font-semibold text-sm">{title}</h3>
      <dl className="mt-2 divide-y divide-line border-line border-y text-sm">
        {fields.map(({ name, type, required, description }) => (
          <div key={name} className="grid gap-x-6 gap-y-1 py-2 sm:grid-cols-[minmax(0,2fr)_3fr]">
            <dt className="break-all">
              <code className="font-semibold">{name}</code>
              {required ? null : <span className="ml-2 text-ink-soft">optional</span>}
            </dt>
            <dd className="min-w-0 text-ink-soft">
              <code className="break-words text-ink">{type}</code>
              {description ? <p className="mt-0.5">{description}</p> : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
