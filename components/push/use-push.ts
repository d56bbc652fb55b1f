import { useEffect, useState } from "react";
import { useViewer } from "@/components/shell/viewer-context";
import {
  isSubscribedHere,
  type SubscribeProblem,
  subscribeHere,
  unsubscribeHere,
} from "@/lib/push/client/subscription";
import { pushSupport } from "@/lib/push/client/worker";

export type PushState = "unknown" | "unsupported" | "install-first" | "denied" | "off" | "on";

interface Push {
  state: PushState;
  busy: boolean;
  /** Why it could not be switched, in words. */
  problem: string | null;
  change(on: boolean): Promise<void>;
}

/** Notifications in this browser. @param publicKey - the server's, base64url */
export function usePush(publicKey: string): Push {
  const { id } = useViewer();
  const [state, setState] = useState<PushState>("unknown");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let left = false;
    const look = async () => {
      const now = await stateNow(id);
      if (!left) setState(now);
    };
    void look();
    // The person may have been to the browser's settings.
    window.addEventListener("focus", look);
    return () => {
      left = true;
      window.removeEventListener("focus", look);
    };
  }, [id]);

  async function change(on: boolean) {
    setBusy(true);
    setProblem(null);
    if (on) setProblem(wordsOf(await subscribeHere(id, publicKey)));
    else if (!(await unsubscribeHere(id))) setProblem("Off here, but Duet does not know it yet.");
    setState(await stateNow(id));
    setBusy(false);
  }
  return { state, busy, problem, change };
}

async function stateNow(me: string): Promise<PushState> {
  const support = pushSupport();
  if (support !== "ready") return support;
  if (Notification.permission === "denied") return "denied";
  const isOn = Notification.permission === "granted" && (await isSubscribedHere(me));
  return isOn ? "on" : "off";
}

function wordsOf(problem: SubscribeProblem | null): string | null {
  if (problem === "no-service") {
    return "This browser's push service does not answer. Check your connection, or try another browser.";
  }
  if (problem === "denied") return "You have not allowed notifications yet.";
  return problem?.sentence ?? null;
}
