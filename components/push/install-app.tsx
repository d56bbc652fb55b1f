"use client";

import { useState, useSyncExternalStore } from "react";
import { InstallSteps } from "@/components/push/install-steps";
import { SettingsSection } from "@/components/settings/settings-section";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { acceptInstallOffer, installOffer } from "@/lib/push/client/install-prompt";
import { isAppleTouch, isInstalled } from "@/lib/push/client/worker";

/** Offers to install the app, where the browser can; nothing where it is installed or cannot be. */
export function InstallApp() {
  const hydrated = useHydrated();
  const offer = useSyncExternalStore(installOffer.subscribe, installOffer.getSnapshot, () => null);
  const [accepted, setAccepted] = useState(false);
  if (!hydrated || isInstalled()) return null;
  const byHand = isAppleTouch();
  if (!offer && !accepted && !byHand) return null;
  return (
    <SettingsSection title="Install the app">
      {accepted ? (
        <p role="status" className="text-ink-soft">
          Duet is being installed. Look for it among your apps.
        </p>
      ) : (
        <>
          <p className="mb-4 text-ink-soft">
            Duet in a window of its own, one tap away. It takes next to no space.
          </p>
          {byHand ? (
            <InstallSteps />
          ) : (
            <Button
              look="outline"
              onClick={() => void acceptInstallOffer().then((done) => setAccepted(done))}
            >
              Install the app
            </Button>
          )}
        </>
      )}
    </SettingsSection>
  );
}
