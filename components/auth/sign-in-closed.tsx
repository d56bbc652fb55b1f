import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

/** In place of the form while no way to send codes is configured. */
export function SignInClosed() {
  return (
    <EmptyState
      level={1}
      title="Sign-in is closed"
      action={
        <Link href="/" className={buttonClass("outline")}>
          Back to the start
        </Link>
      }
    >
      <p>Duet cannot send codes at the moment. Please come back later.</p>
    </EmptyState>
  );
}
