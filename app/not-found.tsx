import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        level={1}
        title="This page was not found"
        action={
          <Link href="/" className={buttonClass("primary")}>
            To the start
          </Link>
        }
      >
        <p>The address may be mistyped, or the page has moved on.</p>
      </EmptyState>
    </main>
  );
}
