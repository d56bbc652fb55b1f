import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function CallNotFound() {
  return (
    <EmptyState
      level={1}
      title="There is no such call"
      action={
        <Link href="/calls" className={buttonClass("primary")}>
          Your calls
        </Link>
      }
    >
      <p>You took no part in it, or somebody’s account is gone.</p>
    </EmptyState>
  );
}
