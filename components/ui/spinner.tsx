import { LoaderCircle } from "lucide-react";

/** Says "working" to the eye only; the control beside it says it in words. */
export function Spinner({ size = 18 }: { size?: number }) {
  return <LoaderCircle aria-hidden="true" size={size} className="animate-spin" />;
}
