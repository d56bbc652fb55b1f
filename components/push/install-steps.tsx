import { Share, SquarePlus } from "lucide-react";

/** How to put the app on the Home Screen of an iPhone or iPad, which has no button for it. */
export function InstallSteps() {
  return (
    <ol className="list-decimal space-y-2 pl-6">
      <li>
        Tap Share <Share aria-hidden="true" size={17} className="inline align-[-0.15em]" /> in the
        browser&rsquo;s bar.
      </li>
      <li>
        Choose Add to Home Screen{" "}
        <SquarePlus aria-hidden="true" size={17} className="inline align-[-0.15em]" />.
      </li>
      <li>Open Duet from there, and come back to this page.</li>
    </ol>
  );
}
