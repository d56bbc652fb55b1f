import { curlOf } from "@/app/docs/api/curl";
import { ExampleBlock } from "@/app/docs/api/example-block";
import { FieldTable } from "@/app/docs/api/field-table";
import { anchorOf, fieldsOf, type ListedOperation } from "@/app/docs/api/operations";
import type { Operation } from "@/lib/api/openapi-types";

/** One verb of one path: what it does, who may call it, what goes in and out, how it fails. */
export function OperationSection(entry: ListedOperation) {
  const { verb, path, operation } = entry;
  const { summary, description, parameters, requestBody, responses } = operation;
  const bodies = Object.entries(requestBody?.content ?? {});
  const [bodyType, body] = bodies[0] ?? [];
  const isFile = requestBody && !body?.schema;
  const [answerType, answer] = Object.entries(responses[200]?.content ?? {})[0] ?? [];
  const failures = Object.entries(responses).filter(([status]) => status !== "200");
  return (
    <article
      id={anchorOf(verb, path)}
      aria-labelledby={`${anchorOf(verb, path)}-title`}
      className="scroll-mt-6 rounded-card bg-surface p-6 shadow-lift sm:p-8"
    >
      <h2 id={`${anchorOf(verb, path)}-title`} className="font-bold text-xl">
        {summary}
      </h2>
      <p className="mt-3 break-all font-mono text-sm">
        <span className="mr-2 rounded-md bg-mine-wash px-2 py-1 font-semibold">{verb}</span>
        {path}
      </p>
      <p className="mt-3 text-ink-soft text-sm">
        {whoMayCall(operation)} {description}
      </p>
      <FieldTable
        title="Parameters"
        fields={parameters.flatMap(({ name, required, schema }) =>
          fieldsOf({ properties: { [name]: schema }, required: required ? [name] : [] }),
        )}
      />
      {isFile ? (
        <p className="mt-5 text-sm">
          <span className="font-semibold">Body</span> the file itself:{" "}
          {bodies.map(([type]) => type).join(", ")}
        </p>
      ) : null}
      <FieldTable title={`Body, ${bodyType}`} fields={fieldsOf(body?.schema ?? {})} />
      <ExampleBlock title="Request" text={curlOf(entry)} />
      <FieldTable title={`Answer, ${answerType}`} fields={fieldsOf(answer?.schema ?? {})} />
      {answer?.example ? (
        <ExampleBlock title="Answer" text={JSON.stringify(answer.example, null, 2)} />
      ) : null}
      <h3 className="mt-5 font-semibold text-sm">
        Failures,{" "}
        <a href="#error-codes" className="text-link underline underline-offset-4">
          what they mean
        </a>
      </h3>
      <ul className="mt-2 grid gap-1 text-ink-soft text-sm">
        {failures.map(([status, failure]) => (
          <li key={status}>
            <span className="font-semibold text-ink">{status}</span> {failure.description}
          </li>
        ))}
      </ul>
    </article>
  );
}

function whoMayCall({ security }: Operation): string {
  if (security.length === 0) return "Anyone may call it.";
  if (security.some((scheme) => "cronSecret" in scheme)) return "The scheduler calls it.";
  return security.some((scheme) => "twilioSignature" in scheme)
    ? "Twilio calls it; the signature is verified."
    : "For signed-in people.";
}
