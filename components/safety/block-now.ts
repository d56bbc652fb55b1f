import { notify } from "@/components/ui/notify";
import { callApi } from "@/lib/http/call-api";

/** Blocks somebody without asking first, and offers to undo it. */
export async function blockNow({ profileId, name }: { profileId: string; name: string }) {
  const answer = await callApi("POST", "/api/blocks", { profileId });
  if (!answer.ok) {
    void notify(`${name} could not be blocked. ${answer.error.message}`);
    return;
  }
  void notify(`${name} is blocked.`, {
    action: { label: "Undo", onClick: () => void unblock({ profileId, name }) },
  });
}

async function unblock({ profileId, name }: { profileId: string; name: string }) {
  const answer = await callApi("DELETE", `/api/blocks/${profileId}`);
  void notify(answer.ok ? `${name} is unblocked.` : answer.error.message);
}
