import { ExampleBlock } from "@/app/docs/api/example-block";

const commands = `export DUET=http://localhost:3000

curl "$DUET/api/auth/verify/start" -H "Content-Type: application/json" \\
  -d '{"phone":"+14155550101","channel":"sms"}'

# In the sandbox the telephone's texts can be read; newest first.
CODE=$(curl -s "http://127.0.0.1:54330/phones/%2B14155550101/messages" \\
  | grep -o '"code":"[0-9]*"' | head -1 | grep -o '[0-9]*')

export TOKEN=$(curl -s "$DUET/api/auth/verify/check" -H "Content-Type: application/json" \\
  -d '{"phone":"+14155550101","code":"'$CODE'","session":"token"}' \\
  | grep -o '"accessToken":"[^"]*"' | cut -d'"' -f4)`;

/** How a program signs in. Every other command on the page goes on from here. */
export function FirstSteps() {
  return (
    <section
      aria-labelledby="first-steps"
      className="rounded-card bg-surface p-6 shadow-lift sm:p-8"
    >
      <h2 id="first-steps" className="font-bold text-xl">
        First steps
      </h2>
      <p className="mt-3 text-ink-soft text-sm">
        With <code>npm run dev</code> running, this signs in as a demo person. The commands below
        use <code>$DUET</code> and <code>$TOKEN</code>; ids in them are examples, to be replaced by
        yours.
      </p>
      <ExampleBlock title="Sign in" text={commands} />
    </section>
  );
}
