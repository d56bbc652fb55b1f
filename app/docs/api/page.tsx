import type { Metadata } from "next";
import Link from "next/link";
import { routes } from "@/app/api/openapi.json/routes";
import { ErrorCodes } from "@/app/docs/api/error-codes";
import { FirstSteps } from "@/app/docs/api/first-steps";
import { OperationSection } from "@/app/docs/api/operation-section";
import { anchorOf, operationsOf } from "@/app/docs/api/operations";
import { Wordmark } from "@/components/ui/mark";
import { openApiDocument } from "@/lib/api/openapi";

export const metadata: Metadata = {
  title: "API reference",
  description: "Every route of the Duet API: who may call it, what it takes, what it answers.",
};

const operations = operationsOf(openApiDocument(routes, "/"));

/** The reference for people; programs read the same document at /api/openapi.json. */
export default function ApiReferencePage() {
  return (
    <div className="mx-auto max-w-6xl px-5 pb-24">
      <header className="flex items-center justify-between py-5">
        <Link href="/" aria-label="Duet, to the start page">
          <Wordmark />
        </Link>
        <a href="/api/openapi.json" className="font-medium text-link underline underline-offset-4">
          OpenAPI document
        </a>
      </header>
      <main className="mt-8">
        <h1 className="font-display font-extrabold text-4xl tracking-tight">API reference</h1>
        <div className="mt-4 grid max-w-prose gap-2 text-ink-soft">
          <p>
            Every answer is JSON with <Code>ok</Code>; a failure carries an <Code>error</Code> with
            a <Code>code</Code> of a closed list and a sentence. Every answer has its id in{" "}
            <Code>X-Request-Id</Code>.
          </p>
          <p>
            Signed-in routes take the session cookies or <Code>Authorization: Bearer</Code> with an
            access token, which <Code>POST /api/auth/verify/check</Code> gives out.
          </p>
        </div>
        <div className="mt-10 gap-12 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)]">
          <nav aria-label="Routes" className="top-6 mb-10 self-start lg:sticky lg:mb-0">
            <ul className="grid gap-1 text-sm">
              {operations.map(({ verb, path }) => (
                <li key={verb + path}>
                  <a
                    href={`#${anchorOf(verb, path)}`}
                    className="block break-all rounded-lg px-2 py-1 text-ink-soft hover:bg-sunken hover:text-ink"
                  >
                    <span className="font-semibold">{verb}</span> {path}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="grid gap-6">
            <FirstSteps />
            {operations.map((entry) => (
              <OperationSection key={entry.verb + entry.path} {...entry} />
            ))}
            <ErrorCodes />
          </div>
        </div>
      </main>
    </div>
  );
}

function Code({ children }: { children: string }) {
  return <code className="break-words text-[0.9em] text-ink">{children}</code>;
}
