import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

/** Every page carries this along, so its way out is a plain link. */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        level={1}
        title="This page was not found"
        action={
          <a href="/" className={buttonClass("primary")}>
            To the start
          </a>
        }
      >
        <p>The address may be mistyped, or the page has moved on.</p>
      </EmptyState>
    </main>
  );
}
